using System.Globalization;
using System.Text.Json.Nodes;
using Landfall.Config.Tree;
using Landfall.Operations.Editing;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Tuning;

/// <summary>Writes tuned keys into a project's file.</summary>
internal static class TuneEdits
{
    /// <summary>Changes the text.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="environment">The environment that was measured: only its tasks are known.</param>
    /// <param name="services">The services.</param>
    /// <returns>The new text; null where the file says it in a way that cannot be changed without writing it anew.</returns>
    public static string? Apply(string text, string environment, IReadOnlyList<TunedService> services)
    {
        foreach (var (service, key) in services.SelectMany(service => service.Keys.Select(key => (service, key))))
        {
            // One by one, since keys of one mapping that is not there yet would make it twice.
            if (Tree(text) is not { } tree || Edit(tree, environment, service.Service, key) is not { } edit || Editor.Apply(text, [edit], isTree: true) is not { } then)
                return null;
            text = then;
        }

        return text;
    }

    /// <summary>
    /// Where a file has several environments the service's own settings for this one are changed: of the others nothing is known.
    /// </summary>
    private static SetValue? Edit(MapNode root, string environment, string service, TunedKey key)
    {
        if ((root.At("services") as MapNode)?.Find(service)?.Value is not MapNode map)
            return null;
        string[] keys = key.Key.Split('.');
        var isAlone = root.At("environments") is not MapNode { Entries.Count: > 1 };
        var own = ((map.At("environments") as MapNode)?.Find(environment)?.Value as MapNode)?.At(key.Key) is not null;
        return new SetValue(map, isAlone && !own ? keys : ["environments", environment, .. keys], Value(key.To));
    }

    private static JsonNode Value(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : text;

    private static MapNode? Tree(string text) => ForeignTree.Read(new Security.SourceFile("landfall.yaml", text)) is { Documents: [MapNode root], Problem: null } ? root : null;
}
