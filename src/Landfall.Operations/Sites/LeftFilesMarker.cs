using Amazon.Runtime;
using Landfall.Aws.Storage;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Sites;

/// <summary>
/// After a site's release: marks the files that it no longer has, which the bucket's rule then removes days later. What a
/// later release has again is uploaded without the mark.
/// </summary>
/// <param name="target">The account.</param>
/// <param name="say">Gets a line for a person.</param>
internal sealed class LeftFilesMarker(AwsTarget target, Action<string> say)
{
    /// <summary>Marks the files of each site that was deployed.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="assembly">What was deployed.</param>
    /// <param name="reports">How each stack ended.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The end of it.</returns>
    public async Task MarkAsync(AppPlan plan, Assembly assembly, IReadOnlyList<StackReport> reports, CancellationToken cancellation)
    {
        using var marker = new ObjectMarker(target.Session);
        foreach (var site in plan.Services.OfType<SiteServicePlan>())
        {
            var name = StackNames.Service(plan, site.Name);
            if (reports.All(r => r.Stack != name || r.Outcome is not StackOutcome.Updated))
                continue; // a first release leaves nothing, and an unchanged one neither
            var bucket = plan.AwsNames.Bucket(OwnBuckets.Site(site.Name), target.Account, target.Region);
            try
            {
                var left = await marker.MarkAllButAsync(
                    bucket, Files(assembly, name), LeftFiles.TagKey, LeftFiles.TagValue, cancellation).ConfigureAwait(false);
                if (left.Count > 0)
                    say($"{name}: {left.Count} files of earlier releases are removed in {LeftFiles.Days} days.");
            }
            catch (AmazonServiceException e)
            {
                // The release is out. What could not be marked stays until the next one.
                say($"{name}: the files of earlier releases could not be marked for removal: {e.Message}");
            }
        }
    }

    /// <summary>The keys of what a site's stack uploads: the files of its asset, as the assembly has them.</summary>
    private static HashSet<string> Files(Assembly assembly, string stack)
    {
        var resources = assembly.Stacks.Single(s => s.Name == stack).Template["Resources"]!.AsObject();
        var archives = resources.Select(r => r.Value!).Where(r => (string?)r["Type"] == "Custom::CDKBucketDeployment")
            .SelectMany(r => r["Properties"]!["SourceObjectKeys"]!.AsArray()).Select(k => Path.GetFileNameWithoutExtension((string)k!));
        return archives.Distinct(StringComparer.Ordinal)
            .Select(hash => Path.Combine(assembly.Folder, $"asset.{hash}"))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/')))
            .ToHashSet(StringComparer.Ordinal);
    }
}
