using Amazon.CDK.AWS.S3;
using Landfall.Config.Plan;
using Landfall.Constructs.Parameters;
using Landfall.Constructs.Storage;

namespace Landfall.Constructs.Data;

/// <summary>S3 buckets: private, encrypted, TLS only.</summary>
internal static class Buckets
{
    /// <summary>Creates a bucket.</summary>
    /// <param name="stack">The data stack.</param>
    /// <param name="bucket">The bucket.</param>
    public static void Create(DataStack stack, BucketPlan bucket)
    {
        var id = TakenOver.Id(bucket.Name, bucket.AwsName, "Bucket");
        var resource = PrivateBucket.Create(stack, id, stack.Names.Bucket(bucket.Name), logs: null, expireDays: null);
        resource.LifecycleConfiguration = new CfnBucket.LifecycleConfigurationProperty { Rules = Lifecycle(bucket) };
        if (bucket.Versioned)
        {
            resource.VersioningConfiguration = new CfnBucket.VersioningConfigurationProperty { Status = "Enabled" };
        }

        if (bucket.CorsOrigins.Count > 0)
        {
            resource.CorsConfiguration = Cors(bucket);
        }

        TakenOver.Protect(stack, resource, bucket.AwsName);
        stack.Accept(resource, "AwsSolutions-S1", "Who reads what is CloudTrail's to record, where an account wants it; server access logs would need a second bucket for each.");
        PrivateBucket.Policy(stack, id, resource);
        stack.Publish(new BucketValues(bucket.Name).Name, resource.Ref);
    }

    private static object[] Lifecycle(BucketPlan bucket)
    {
        List<object> rules =
        [
            new CfnBucket.RuleProperty
            {
                Id = "abandoned-uploads",
                Status = "Enabled",
                AbortIncompleteMultipartUpload = new CfnBucket.AbortIncompleteMultipartUploadProperty { DaysAfterInitiation = 7 },
            },
        ];
        if (bucket.Versioned)
        {
            rules.Add(new CfnBucket.RuleProperty
            {
                Id = "old-versions",
                Status = "Enabled",
                NoncurrentVersionExpiration = new CfnBucket.NoncurrentVersionExpirationProperty { NoncurrentDays = 90 },
            });
        }

        if (bucket.ExpireDays is { } days)
        {
            rules.Add(new CfnBucket.RuleProperty { Id = "expired", Status = "Enabled", ExpirationInDays = days });
        }

        return [.. rules];
    }

    private static CfnBucket.CorsConfigurationProperty Cors(BucketPlan bucket) => new()
    {
        CorsRules = new object[]
        {
            new CfnBucket.CorsRuleProperty
            {
                AllowedOrigins = [.. bucket.CorsOrigins],
                AllowedMethods = ["GET", "HEAD", "POST", "PUT"],
                AllowedHeaders = ["*"],
                ExposedHeaders = ["ETag"],
                MaxAge = 3600,
            },
        },
    };
}
