using Landfall.Operations.Changes.Comparison;
using Landfall.Operations.Changes.Evaluation;

namespace Landfall.Operations.Changes;

/// <summary>
/// Something that goes while something like it comes: perhaps it only has another name in the file, and <c>was</c> is missing.
/// </summary>
/// <param name="Kind">What it is, for example <c>table</c>.</param>
/// <param name="Name">The name that is new in the file.</param>
/// <param name="Was">The name that is gone.</param>
internal sealed record RenameHint(string Kind, string Name, string Was)
{
    /// <summary>Where each kind publishes what others need, and the properties that a renamed one has kept.</summary>
    private static readonly (string Folder, string Kind, string[] Same)[] Kinds =
    [
        ("databases", "database", ["Engine"]),
        ("tables", "table", ["KeySchema"]),
        ("buckets", "bucket", []),
        ("queues", "queue", ["FifoQueue"]),
        ("services", "service", ["Cpu", "Memory"]),
        ("sites", "site", []),
    ];

    /// <summary>What the hint says.</summary>
    public string Text => $"Is the {Kind} '{Name}' what was called '{Was}'? Then say 'was: {Was}' in the file: it stays as it is, with all that it holds.";

    /// <summary>Finds them: of a kind exactly one goes and one comes, and they are alike.</summary>
    /// <param name="comparison">What runs, and what is wanted.</param>
    /// <returns>The hints.</returns>
    public static IReadOnlyList<RenameHint> In(EnvironmentComparison comparison)
    {
        var published = comparison.Resources.Where(r => r.Type == "AWS::SSM::Parameter" && r.Action is ResourceAction.Add or ResourceAction.Delete or ResourceAction.Retain).ToList();
        var hints = new List<RenameHint>();
        foreach (var (folder, kind, same) in Kinds)
        {
            var names = published.Select(r => (Resource: r, Path: Path(r))).Where(p => p.Path.Length > 4 && p.Path[3] == folder).ToLookup(p => (p.Resource.Action == ResourceAction.Add, Name: p.Path[4]));
            var (gone, come) = (names.Where(n => !n.Key.Item1).ToList(), names.Where(n => n.Key.Item1).ToList());
            if (gone is [var old] && come is [var now]
                && Leaves(old.Select(o => o.Path)).SetEquals(Leaves(now.Select(n => n.Path)))
                && Types(old.First().Resource, comparison).SequenceEqual(Types(now.First().Resource, comparison))
                && Kept(old.Select(o => o.Resource), same, comparison).SequenceEqual(Kept(now.Select(n => n.Resource), same, comparison)))
            {
                hints.Add(new RenameHint(kind, now.Key.Name, old.Key.Name));
            }
        }

        // A site is a service, too.
        return [.. hints.Where(h => h.Kind != "service" || !hints.Exists(o => o.Kind == "site" && o.Name == h.Name))];
    }

    // "/shop/dev/tables/audit/name"
    private static string[] Path(ComparedResource parameter) => (parameter.IsText("Name") ?? parameter.WasText("Name") ?? "").Split('/');

    private static HashSet<string> Leaves(IEnumerable<string[]> paths) => [.. paths.Select(p => string.Join('/', p[5..]))];

    /// <summary>What a stack of its own is made of: a worker is no job.</summary>
    private static IEnumerable<string> Types(ComparedResource parameter, EnvironmentComparison comparison)
    {
        var stack = comparison.Stacks.First(s => s.Name == parameter.Stack);
        return stack.Action == StackAction.Update ? [] : stack.Resources.Select(r => r.Type).Distinct().Order(StringComparer.Ordinal);
    }

    /// <summary>The properties of what the parameters point to.</summary>
    private static IEnumerable<string> Kept(IEnumerable<ComparedResource> parameters, string[] properties, EnvironmentComparison comparison) =>
        parameters.SelectMany(p => Token.In(p.IsText("Value") ?? p.WasText("Value") ?? "")).Distinct()
            .Select(t => comparison.Resources.FirstOrDefault(r => r.Stack == t.Stack && r.LogicalId == t.LogicalId)).OfType<ComparedResource>()
            .Select(r => $"{r.Type} {string.Join(' ', properties.Select(p => (r.Is(p) ?? r.Was(p))?.ToJsonString() ?? "none"))}")
            .Order(StringComparer.Ordinal);
}
