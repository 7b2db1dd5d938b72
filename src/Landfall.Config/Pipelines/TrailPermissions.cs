using Landfall.Config.Stacks;

namespace Landfall.Config.Pipelines;

/// <summary>What writing a change into the audit trail needs (ADR 25): to add an entry, never to delete one.</summary>
internal static class TrailPermissions
{
    /// <summary>The permissions.</summary>
    /// <param name="names">The environment's names in AWS.</param>
    /// <param name="partition">The partition.</param>
    /// <param name="region">Its region.</param>
    /// <param name="account">Its account, or a reference to it.</param>
    /// <returns>The permissions.</returns>
    public static IReadOnlyList<Permission> Write(AwsNames names, string partition, string region, string account)
    {
        var bucket = $"arn:{partition}:s3:::{AwsNames.AuditBucket(account, region)}";
        return
        [
            // Who may list a bucket is told that an object is not there, and is denied it otherwise (S3 API Reference, GetObject).
            new(["s3:CreateBucket", "s3:ListBucket", "s3:PutBucketVersioning"], [bucket]),
            new(["s3:GetObject", "s3:PutObject"], [$"{bucket}/{names.AuditPrefix}*"]),
            new(["ssm:GetParameter", "ssm:PutParameter"], [$"arn:{partition}:ssm:{region}:{account}:parameter{names.AuditHead}"]),
        ];
    }
}
