using System.Globalization;
using System.Text.Json.Nodes;
using Landfall.Config.Tree;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Editing;

/// <summary>Writes keys of services and databases into a project's file.</summary>
internal static class KeyEdits
{
    /// <summary>Changes the text.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="environment">The environment that is meant.</param>
    /// <param name="keys">The keys.</param>
    /// <returns>The new text; null where the file says it in a way that cannot be changed without writing it anew.</returns>
    public static string? Apply(string text, string environment, IReadOnlyList<KeyEdit> keys)
    {
        foreach (var key in keys)
        {
            // One by one, since keys of one mapping that is not there yet would make it twice.
            if (Tree(text) is not { } tree || Edit(tree, environment, key) is not { } edit || Editor.Apply(text, [edit], isTree: true) is not { } then)
                return null;
            text = then;
        }

        return text;
    }

    /// <summary>
    /// Where a file has several environments, what holds for this one alone is changed: of the others nothing is known. That is
    /// <c>services.NAME.environments.ENV</c>, and for what has no such key, or is declared there already, <c>environments.ENV</c>.
    /// </summary>
    private static SetValue? Edit(MapNode root, string environment, KeyEdit edit)
    {
        string[] keys = edit.Key.Split('.');
        string[] inEnvironment = ["environments", environment, edit.Section, edit.Name];
        var value = Value(edit.To);
        if ((root.At(string.Join('.', [.. inEnvironment, .. keys[..^1]])) as MapNode)?.Find(keys[^1]) is not null)
            return new SetValue(root, [.. inEnvironment, .. keys], value);
        if (root.At($"{edit.Section}.{edit.Name}") is not MapNode map)
            return null;
        var isAlone = root.At("environments") is not MapNode { Entries.Count: > 1 };
        if (edit.Section == "services")
        {
            var own = map.At($"environments.{environment}.{edit.Key}") is not null;
            return new SetValue(map, isAlone && !own ? keys : ["environments", environment, .. keys], value);
        }

        return isAlone ? new SetValue(map, keys, value) : new SetValue(root, [.. inEnvironment, .. keys], value);
    }

    private static JsonNode Value(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part) ? part
        : text;

    private static MapNode? Tree(string text) => ForeignTree.Read(new Security.SourceFile("landfall.yaml", text)) is { Documents: [MapNode root], Problem: null } ? root : null;
}
