using Amazon.CDK.AWS.S3;
using Landfall.Config.Stacks;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Grants;
using Landfall.Constructs.Storage;

namespace Landfall.Constructs.Edge;

/// <summary>The bucket that takes the access logs of the load balancers and of the site buckets.</summary>
internal sealed class AccessLogBucket
{
    public AccessLogBucket(LandfallStack stack)
    {
        Name = stack.Names.Bucket(OwnBuckets.AccessLogs);
        var arn = stack.Names.BucketArn(OwnBuckets.AccessLogs);
        Bucket = PrivateBucket.Create(stack, "AccessLogs", Name, logs: null, expireDays: 90);

        // 'landfall destroy' empties it; a protected environment keeps the record of who came.
        stack.Protect(Bucket);
        stack.Accept(Bucket, "AwsSolutions-S1", "This is the bucket that access logs go to.");
        var source = new Dictionary<string, object>
        {
            ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceAccount"] = stack.Names.Account },
        };
        Policy = PrivateBucket.Policy(stack, "AccessLogs", Bucket,
            // Every region knows this principal; the account ids of the older ones are no longer needed (Elastic Load
            // Balancing User Guide, "Enable access logs").
            new Statement(["s3:PutObject"], [$"{arn}/load-balancer/*"], "logdelivery.elasticloadbalancing.amazonaws.com"),
            new Statement(["s3:PutObject"], [$"{arn}/s3/*"], "logging.s3.amazonaws.com", source));
    }

    public string Name { get; }

    public CfnBucket Bucket { get; }

    public CfnBucketPolicy Policy { get; }
}
