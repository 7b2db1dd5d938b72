using Landfall.Config.Binding;
using Landfall.Config.Model;
using Landfall.Config.Tree;

namespace Landfall.Config.Loading;

/// <summary>Makes the tree of each environment from the document's.</summary>
internal static class EnvironmentTrees
{
    /// <summary>
    /// Lays each environment over the defaults, and then every service's own settings for it over the service. A document
    /// without environments is taken to have one, so that the rest of it is checked too.
    /// </summary>
    /// <param name="document">The document's tree, which has been bound.</param>
    /// <param name="problems">What that has found.</param>
    public static IEnumerable<(string Name, Mark Place, MapNode Tree)> Of(MapNode document, ProblemList problems)
    {
        // Keys that only the document has, and unknown ones, have been dealt with when the document was bound.
        var shape = SectionShape.Of(typeof(SettingsModel));
        var defaults = Known(document);
        var environments = document.Find("environments")?.Value is MapNode { Entries.Count: > 0 } map
            ? map.Entries
            : [new MapEntry("dev", document.Mark, new MapNode(document.Mark, []))];
        if (environments.Count > InputLimits.Environments)
        {
            throw UnusableInput.At(
                environments[InputLimits.Environments].KeyMark,
                ErrorCodes.TooComplex,
                $"There are {environments.Count} environments, but at most {InputLimits.Environments} are read.");
        }

        foreach (var environment in environments)
        {
            var merged = environment.Value is MapNode above ? TreeMerge.Merge(defaults, Known(above), layer: 1, IsReported) : defaults;
            yield return (environment.Key, environment.KeyMark, WithServices(merged, environment.Key, IsReported));
        }

        MapNode Known(MapNode map) => Without(map, entry => shape.Find(entry.Key) is null);
        bool IsReported(ConfigNode value) => problems.HasErrorAt(value.Mark);
    }

    private static MapNode WithServices(MapNode settings, string environment, Func<ConfigNode, bool> isReported) =>
        new(settings.Mark, [.. settings.Entries.Select(entry =>
            entry is { Key: "services", Value: MapNode services }
                ? entry with { Value = new MapNode(services.Mark, [.. services.Entries.Select(service => Service(service, environment, isReported))]) }
                : entry)]);

    private static MapEntry Service(MapEntry service, string environment, Func<ConfigNode, bool> isReported)
    {
        if (service.Value is not MapNode map || map.Find("environments") is not { } own)
        {
            return service;
        }

        var settings = Without(map, entry => entry.Key == "environments");
        var above = (own.Value as MapNode)?.Find(environment)?.Value as MapNode;
        return service with { Value = above is null ? settings : TreeMerge.Merge(settings, above, layer: 2, isReported) };
    }

    private static MapNode Without(MapNode map, Predicate<MapEntry> unwanted) =>
        new(map.Mark, [.. map.Entries.Where(entry => !unwanted(entry))]);
}
