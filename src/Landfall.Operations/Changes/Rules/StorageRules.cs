using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Comparison;
using Landfall.Operations.Changes.Evaluation;

namespace Landfall.Operations.Changes.Rules;

/// <summary>Buckets, image repositories, logs, file systems, streams and backups.</summary>
internal static class StorageRules
{
    private const string Bucket = "A bucket";

    /// <summary>The rules.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        new(Bucket, "A lifecycle rule that deletes, new or sooner", EffectKind.LosesData, "Objects that are older are deleted within a day, those that are there already, too.",
            "Amazon S3, Expiring objects", ["AWS::S3::Bucket"], Expiry),
        new(Bucket, "A lifecycle rule that archives, new or sooner", EffectKind.Interrupts, "Objects that are archived cannot be read at once.",
            "Amazon S3, Transitioning objects using Amazon S3 Lifecycle", ["AWS::S3::Bucket"], Archive),
        new(Bucket, "Versioning, off", EffectKind.LosesData, "What is overwritten or deleted from now on cannot be brought back.",
            "Amazon S3, Retaining multiple versions of objects with S3 Versioning", ["AWS::S3::Bucket"], Versioning),
        new(Bucket, "`cors`, an origin less", EffectKind.Interrupts, "Browsers refuse the pages of that origin.",
            "Amazon S3, Using cross-origin resource sharing (CORS)", ["AWS::S3::Bucket", "AWS::CloudFront::ResponseHeadersPolicy"], FewerOrigins),
        new(Bucket, "`cors`, an origin more", EffectKind.Permissions, "Pages of that origin may use it in their visitors' browsers.",
            "Amazon S3, Using cross-origin resource sharing (CORS)", ["AWS::S3::Bucket", "AWS::CloudFront::ResponseHeadersPolicy"], MoreOrigins),
        new("Logs", "Shorter retention, or retention where there was none", EffectKind.LosesData, "Lines that are older are deleted.",
            "CloudFormation, AWS::Logs::LogGroup, RetentionInDays", ["AWS::Logs::LogGroup"], LogRetention),
        new("An image repository", "Fewer images kept", EffectKind.LosesData, "Images beyond that are deleted; releases that are older cannot be run again.",
            "Amazon ECR, Automate the cleanup of images by using lifecycle policies", ["AWS::ECR::Repository"], FewerImages),
        new("A stream", "Shorter retention", EffectKind.LosesData, "Records that are older are deleted.",
            "Amazon Kinesis, Change the data retention period", ["AWS::Kinesis::Stream"], StreamRetention),
        new("A cache", "Snapshots, fewer or none", EffectKind.LosesData, "Snapshots that are older are deleted.",
            "CloudFormation, AWS::ElastiCache::ReplicationGroup, SnapshotRetentionLimit", ["AWS::ElastiCache::ReplicationGroup", "AWS::ElastiCache::CacheCluster", "AWS::MemoryDB::Cluster"], Snapshots),
        new("A cache", "The node type or the engine's version", EffectKind.Interrupts, "Connections break while nodes are replaced.",
            "CloudFormation, AWS::ElastiCache::ReplicationGroup", ["AWS::ElastiCache::ReplicationGroup", "AWS::ElastiCache::CacheCluster", "AWS::MemoryDB::Cluster"], CacheNodes),
    ];

    private static IEnumerable<Finding> Expiry(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action != ResourceAction.Modify || !resource.Differs("LifecycleConfiguration"))
            yield break;
        foreach (var (after, sooner) in LifecycleRule.Sooner(resource.Was("LifecycleConfiguration"), resource.Is("LifecycleConfiguration"), r => r.Deletions))
        {
            // Without versioning until now there are earlier versions only from a time before that.
            var none = sooner.Contains(LifecycleRule.Earlier, StringComparison.Ordinal) && resource.WasText("VersioningConfiguration/Status") != "Enabled";
            yield return new Finding($"The {Subject.Of(resource)} deletes {sooner}{after.Where}, those that are there already, too.") { Certainty = none ? Certainty.Possible : Certainty.Certain, Harms = !none };
        }
    }

    private static IEnumerable<Finding> FewerOrigins(ComparedResource resource, EnvironmentComparison environment)
    {
        var (before, after) = (CorsOrigins(resource.Before), CorsOrigins(resource.After));
        var lost = before.Except(after).ToList();
        if (resource.Action == ResourceAction.Modify && lost.Count > 0 && !after.Contains("*"))
            yield return new Finding($"Browsers no longer let pages of {Subject.Plain(string.Join(", ", lost))} use the {Subject.Of(resource)}.");
    }

    private static IEnumerable<Finding> MoreOrigins(ComparedResource resource, EnvironmentComparison environment)
    {
        var (before, after) = (CorsOrigins(resource.Before), CorsOrigins(resource.After));
        var more = after.Except(before).ToList();
        if (resource.Action == ResourceAction.Modify && more.Count > 0 && !before.Contains("*"))
        {
            // What a CDN gives to anyone a page may read, too.
            yield return new Finding($"Pages of {Subject.Plain(string.Join(", ", more))} may use the {Subject.Of(resource)} in their visitors' browsers.") { Harms = resource.Type == "AWS::S3::Bucket" };
        }
    }

    private static List<string> CorsOrigins(EvaluatedResource? resource) =>
    [
        .. (resource?.Properties["CorsConfiguration"]?["CorsRules"] as JsonArray ?? []).SelectMany(r => Scalars.Texts(r?["AllowedOrigins"]))
            .Concat(Scalars.Texts(resource?.Properties["ResponseHeadersPolicyConfig"]?["CorsConfig"]?["AccessControlAllowOrigins"]?["Items"])),
    ];

    private static IEnumerable<Finding> Archive(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action != ResourceAction.Modify || !resource.Differs("LifecycleConfiguration"))
            yield break;
        foreach (var (after, sooner) in LifecycleRule.Sooner(resource.Was("LifecycleConfiguration"), resource.Is("LifecycleConfiguration"), r => r.Archives))
            yield return new Finding($"The {Subject.Of(resource)} archives {sooner}{after.Where}: they cannot be read until they are restored, which takes hours.");
    }

    private static IEnumerable<Finding> Versioning(ComparedResource resource, EnvironmentComparison environment)
    {
        const string Status = "VersioningConfiguration/Status";
        if (resource.Action == ResourceAction.Modify && resource.WasText(Status) == "Enabled" && resource.IsText(Status) != "Enabled")
            yield return new Finding($"The {Subject.Of(resource)} keeps no versions any more: what is overwritten or deleted from now on cannot be brought back.") { Certainty = Certainty.Possible };
    }

    private static IEnumerable<Finding> LogRetention(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action != ResourceAction.Modify || !resource.Differs("RetentionInDays"))
            yield break;
        var (before, after) = (Scalars.Number(resource.Was("RetentionInDays")), Scalars.Number(resource.Is("RetentionInDays")));
        if (after is { } days && (before is null || days < before))
            yield return new Finding($"Lines of the {Subject.Of(resource)} that are older than {days} days are deleted; until now they were kept {(before is null ? "for ever" : $"for {before}")}.");
    }

    private static IEnumerable<Finding> FewerImages(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action != ResourceAction.Modify || !resource.Differs("LifecyclePolicy"))
            yield break;
        var (before, after) = (ImageLifecycle.Limits(resource.WasText("LifecyclePolicy/LifecyclePolicyText")), ImageLifecycle.Limits(resource.IsText("LifecyclePolicy/LifecyclePolicyText")));
        foreach (var (which, limit) in after.Where(a => !before.TryGetValue(a.Key, out var earlier) || a.Value < earlier))
            yield return new Finding($"The {Subject.Of(resource)} keeps fewer images ({limit} of {which}): others are deleted, and releases that used them cannot be run again.");
    }

    private static IEnumerable<Finding> StreamRetention(ComparedResource resource, EnvironmentComparison environment)
    {
        var (before, after) = (Scalars.Number(resource.Was("RetentionPeriodHours")) ?? 24, Scalars.Number(resource.Is("RetentionPeriodHours")) ?? 24);
        if (resource.Action == ResourceAction.Modify && after < before)
            yield return new Finding($"Records of the {Subject.Of(resource)} that are older than {after} hours are deleted; until now they were kept for {before}.");
    }

    private static IEnumerable<Finding> Snapshots(ComparedResource resource, EnvironmentComparison environment)
    {
        var (before, after) = (Scalars.Number(resource.Was("SnapshotRetentionLimit")) ?? 0, Scalars.Number(resource.Is("SnapshotRetentionLimit")) ?? 0);
        if (resource.Action == ResourceAction.Modify && after < before)
            yield return new Finding($"Snapshots of the {Subject.Of(resource)} that are older than {after} days are deleted.");
    }

    private static IEnumerable<Finding> CacheNodes(ComparedResource resource, EnvironmentComparison environment)
    {
        var changed = new[] { "CacheNodeType", "NodeType", "EngineVersion", "Engine" }.Where(resource.Differs).ToList();
        if (resource.Action == ResourceAction.Modify && changed.Count > 0)
            yield return new Finding($"The {Subject.Of(resource)} gets another {string.Join(", ", changed)}: connections break while its nodes are replaced.") { Seconds = 120 };
    }
}
