using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Landfall.Config.Loading;
using Landfall.Config.Tree;
using Landfall.Operations.Editing;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.SecretsInFiles;

/// <summary>Moves a secret out of a service's variables in landfall.yaml: to 'secrets', whose values a person supplies.</summary>
internal static partial class ProjectSecret
{
    /// <summary>Moves what a line holds.</summary>
    /// <param name="file">The file.</param>
    /// <param name="line">The line, from 1.</param>
    /// <returns>The edits; none where the file is another, or the line holds something else.</returns>
    public static IReadOnlyList<Edit> Fix(SourceFile file, int line)
    {
        if (!ConfigFile.Names.Contains(Path.GetFileName(file.Path)) || ForeignTree.Read(file) is not { Documents: [MapNode root], Problem: null })
            return [];
        foreach (var service in (root.At("services") as MapNode)?.Entries.Select(entry => entry.Value).OfType<MapNode>() ?? [])
        {
            if (service.At("env") is MapNode variables && variables.Entries.FirstOrDefault(entry => entry.KeyMark.Line == line && Variable().IsMatch(entry.Key)) is { Value: ScalarNode } variable)
                return Move(root, service, variables, variable.Key);
        }

        return [];
    }

    /// <summary>A service gets a secret in the variable that is its name in upper case.</summary>
    private static IReadOnlyList<Edit> Move(MapNode root, MapNode service, MapNode variables, string variable)
    {
        var name = variable.ToLowerInvariant().Replace('_', '-');
        if (service.At("uses") is not (null or ListNode) || Others.Any(kind => root.At($"{kind}.{name}") is not null))
            return [];
        var isUsed = service.TextsAt("uses").Contains(name);
        return
        [
            variables.Entries.Count == 1 ? new RemoveEntry(service, "env") : new RemoveEntry(variables, variable),
            .. isUsed ? (IReadOnlyList<Edit>)[] : [service.At("uses") is ListNode uses ? new AddItem(uses, name) : new SetValue(service, ["uses"], new JsonArray(name))],
            .. root.At("secrets") is MapNode secrets && secrets.Find(name) is not null ? (IReadOnlyList<Edit>)[] : [new SetValue(root, ["secrets", name], new JsonObject())],
        ];
    }

    // All names of a file are one space.
    private static readonly string[] Others = ["services", "databases", "tables", "buckets", "queues", "files"];

    [GeneratedRegex("^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$")]
    private static partial Regex Variable();
}
