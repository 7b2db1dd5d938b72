using Landfall.Operations.Changes.Comparison;

namespace Landfall.Operations.Changes;

/// <summary>Says why CloudFormation does something to a resource.</summary>
internal static class Reason
{
    // More names than this say no more.
    private const int Most = 6;

    /// <summary>Says why.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>A short sentence.</returns>
    public static string Of(ComparedResource resource) => resource.Action switch
    {
        ResourceAction.Add => "It is not there yet.",
        ResourceAction.Delete => "It is no longer wanted.",
        ResourceAction.Retain => "It is no longer wanted; its policy keeps it in the account.",
        ResourceAction.Replace when resource.Certainty == Certainty.Possible => $"{Listed(resource.Causes)} differs, for which AWS may make a new one.",
        ResourceAction.Replace => $"{Listed(resource.Causes)} differs, which AWS gives only at creation.",
        _ => $"{Listed([.. resource.Differences.Select(d => d.Path).Distinct()])} differs.",
    };

    private static string Listed(IReadOnlyList<string> properties) =>
        properties.Count <= Most ? string.Join(", ", properties) : $"{string.Join(", ", properties.Take(Most))} and {properties.Count - Most} more";
}
