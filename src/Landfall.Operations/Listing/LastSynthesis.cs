using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Config.Topology;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Landfall.Operations.Synthesis;

namespace Landfall.Operations.Listing;

/// <summary>
/// What a project's own host made of an environment when its templates were last written. The file does not say which
/// stacks a host adds, and asking the host takes seconds.
/// </summary>
internal sealed class LastSynthesis
{
    private readonly Dictionary<string, AssemblyStack> _stacks;
    private readonly HashSet<string> _added;

    private LastSynthesis(IReadOnlyList<AssemblyStack> stacks, IReadOnlySet<string> ofTheFile)
    {
        _stacks = stacks.ToDictionary(s => s.Id, StringComparer.Ordinal);
        Added = [.. stacks.Where(s => !ofTheFile.Contains(s.Name))];
        _added = [.. Added.Select(s => s.Name)];
    }

    /// <summary>The stacks that the host added, each after those that it depends on.</summary>
    public IReadOnlyList<AssemblyStack> Added { get; }

    /// <summary>Reads the newest assembly of an environment.</summary>
    /// <param name="project">The project.</param>
    /// <returns>What is in it; null when there is none, or no host but Landfall's own.</returns>
    public static LastSynthesis? Of(Project project)
    {
        if (project.Plan.Extend is null)
            return null;
        var newest = new[] { project.AssemblyFolder(local: false), project.AssemblyFolder(local: true) }
            .Where(SynthStamp.IsIn).MaxBy(File.GetLastWriteTimeUtc);
        return newest is null
            ? null
            : new LastSynthesis(
                Assembly.Read(newest).Stacks,
                SynthStamp.StacksOfTheFile(newest).Concat(StackList.Of(project.Plan).Select(s => s.Name)).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Says how far an answer knows what a host adds.</summary>
    /// <param name="projects">The environments of the answer.</param>
    /// <returns>A line for a person, or null when there is nothing to say.</returns>
    public static string? Caveat(IReadOnlyList<Project> projects)
    {
        if (projects[0].Plan.Extend is not { } extend)
            return null;
        var without = projects.Where(p => Of(p) is null).Select(p => p.Plan.Environment).ToList();
        return without.Count == 0
            ? $"Stacks that {extend} adds are those of the last synthesis."
            : $"Stacks that {extend} adds to {string.Join(", ", without)} appear after the first 'landfall synth {FolderArgument.Of(projects[0].Root)}'.";
    }

    /// <summary>Puts the added stacks behind those of the file, and what depends on them beside what the file knows.</summary>
    /// <param name="ofTheFile">The file's stacks.</param>
    /// <returns>All stacks.</returns>
    public IEnumerable<StackPlan> AddTo(IReadOnlyList<StackPlan> ofTheFile) =>
    [
        .. ofTheFile.Select(s => s with { DependsOn = [.. s.DependsOn, .. Before(s.Name).Where(_added.Contains)] }),
        .. Added.Select(s => new StackPlan(s.Name, StackKind.Added, null, s.Region ?? ofTheFile[0].Region, [.. Before(s.Name)])),
    ];

    /// <summary>Says what is in an added stack.</summary>
    /// <param name="stack">The stack's name.</param>
    /// <returns>Its own description, or how much there is.</returns>
    public string ContentsOf(string stack)
    {
        var added = Added.First(s => s.Name == stack);
        return added.Description ?? $"{added.ResourceTypes.Count} resources";
    }

    /// <summary>Puts the added stacks into a topology.</summary>
    /// <param name="topology">What the file knows.</param>
    /// <param name="plan">Its plan.</param>
    /// <returns>The topology with one node for each added stack.</returns>
    public AppTopology AddTo(AppTopology topology, AppPlan plan)
    {
        var names = plan.Services.ToDictionary(s => StackNames.Service(plan, s.Name), s => s.Title, StringComparer.Ordinal);
        foreach (var stack in _added)
            names.Add(stack, stack);
        return new AppTopology(
            [.. topology.Nodes, .. Added.Select(s => new TopologyNode(s.Name, TopologyKind.Stack, s.Description ?? ""))],
            [
                .. topology.Edges,
                .. from stack in names.Keys
                   from before in Before(stack)
                   where names.ContainsKey(before) && (_added.Contains(stack) || _added.Contains(before))
                   select new UseEdge(names[stack], names[before], "needs", UseAccess.Read),
            ]);
    }

    private IEnumerable<string> Before(string stack) =>
        (_stacks.Values.FirstOrDefault(s => s.Name == stack)?.Dependencies ?? [])
            .Where(_stacks.ContainsKey).Select(id => _stacks[id].Name).Order(StringComparer.Ordinal);
}
