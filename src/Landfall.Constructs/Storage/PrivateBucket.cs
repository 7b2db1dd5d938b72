using Amazon.CDK.AWS.S3;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Grants;

namespace Landfall.Constructs.Storage;

/// <summary>What all buckets have in common: encrypted, closed to the public, owned by the account.</summary>
internal static class PrivateBucket
{
    public static CfnBucket Create(LandfallStack stack, string id, string name, string? logs, int? expireDays)
    {
        var bucket = new CfnBucket(stack, id, new CfnBucketProps
        {
            BucketName = name,
            BucketEncryption = new CfnBucket.BucketEncryptionProperty
            {
                ServerSideEncryptionConfiguration = new object[]
                {
                    new CfnBucket.ServerSideEncryptionRuleProperty
                    {
                        ServerSideEncryptionByDefault = new CfnBucket.ServerSideEncryptionByDefaultProperty { SseAlgorithm = "AES256" },
                    },
                },
            },
            PublicAccessBlockConfiguration = new CfnBucket.PublicAccessBlockConfigurationProperty
            {
                BlockPublicAcls = true,
                BlockPublicPolicy = true,
                IgnorePublicAcls = true,
                RestrictPublicBuckets = true,
            },
            OwnershipControls = new CfnBucket.OwnershipControlsProperty
            {
                Rules = new object[] { new CfnBucket.OwnershipControlsRuleProperty { ObjectOwnership = "BucketOwnerEnforced" } },
            },
            LoggingConfiguration = logs is null
                ? null
                : new CfnBucket.LoggingConfigurationProperty { DestinationBucketName = logs, LogFilePrefix = $"s3/{id}/" },
            LifecycleConfiguration = expireDays is { } days
                ? new CfnBucket.LifecycleConfigurationProperty
                {
                    Rules = new object[] { new CfnBucket.RuleProperty { Id = "expire", Status = "Enabled", ExpirationInDays = days } },
                }
                : null,
        });
        return bucket;
    }

    public static CfnBucketPolicy Policy(LandfallStack stack, string id, CfnBucket bucket, params Statement[] allowed)
    {
        var arn = bucket.AttrArn;
        return new CfnBucketPolicy(stack, $"{id}Policy", new CfnBucketPolicyProps
        {
            Bucket = bucket.Ref,
            PolicyDocument = TlsOnlyPolicy.For("s3:*", [arn, $"{arn}/*"], allowed),
        });
    }
}
