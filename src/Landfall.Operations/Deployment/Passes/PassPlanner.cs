using System.Text.Json.Nodes;
using Landfall.Config;

namespace Landfall.Operations.Deployment.Passes;

/// <summary>
/// Lays out a deployment so that nothing is deleted while something that runs still refers to it (ADR 10). It needs the
/// deployed and the wanted templates and nothing else.
/// </summary>
internal sealed class PassPlanner
{
    private readonly IReadOnlyList<AssemblyStack> _chosen;
    private readonly Dictionary<string, DeployedStack> _deployed;
    private readonly Dictionary<string, TemplateUse> _before;
    private readonly IReadOnlySet<string> _shared;
    private readonly IReadOnlySet<string> _stale;

    private PassPlanner(IReadOnlyList<DeployedStack> deployed, IReadOnlyList<AssemblyStack> wanted, IReadOnlyList<AssemblyStack> chosen)
    {
        _chosen = chosen;
        _deployed = deployed.Where(d => d.HasContents).ToDictionary(d => d.Name, StringComparer.Ordinal);
        _before = _deployed.ToDictionary(d => d.Key, d => new TemplateUse(d.Value.Template), StringComparer.Ordinal);
        _shared = SharedStacks.Of(wanted, _before);
        _stale = StaleReaders.Of([.. _deployed.Values]);
    }

    /// <summary>Plans the deployment of every stack; deployed stacks that are not wanted are deleted.</summary>
    /// <param name="deployed">The environment's stacks as they are.</param>
    /// <param name="wanted">The stacks of the assembly (see <see cref="SettledTemplates"/>), each after those that it depends on.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="LandfallException">CloudFormation would refuse a template that an intermediate step needs.</exception>
    public static PassPlan Plan(IReadOnlyList<DeployedStack> deployed, IReadOnlyList<AssemblyStack> wanted)
    {
        var names = wanted.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        return new PassPlanner(deployed, wanted, wanted).Plan([.. deployed.Where(d => !names.Contains(d.Name))]);
    }

    /// <summary>Plans the deployment of some stacks; others stay as they are, and so does what they use.</summary>
    /// <param name="deployed">The environment's stacks as they are.</param>
    /// <param name="wanted">The stacks of the assembly, each after those that it depends on.</param>
    /// <param name="chosen">Those of them to deploy.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="LandfallException">CloudFormation would refuse a template that an intermediate step needs.</exception>
    public static PassPlan PlanOnly(
        IReadOnlyList<DeployedStack> deployed, IReadOnlyList<AssemblyStack> wanted, IReadOnlyList<AssemblyStack> chosen) =>
        chosen.Count == wanted.Count ? Plan(deployed, wanted) : new PassPlanner(deployed, wanted, chosen).Plan([]);

    private PassPlan Plan(IReadOnlyList<DeployedStack> unwanted)
    {
        var after = _chosen.ToDictionary(s => s.Name, s => new TemplateUse(s.Template), StringComparer.Ordinal);
        var changed = new HashSet<string>(StringComparer.Ordinal);
        var deployments = new List<StackOperation>();
        var settling = new List<StackOperation>();
        foreach (var (stack, first) in StackOrder.Deployments(_chosen, _before, after))
        {
            var pass = _shared.Contains(stack.Name) ? Pass.Shared : Pass.Services;
            var before = _deployed.GetValueOrDefault(stack.Name)?.Template ?? [];
            var template = Kept(stack, before);
            var forced = _stale.Contains(stack.Name) || after[stack.Name].Takes.Overlaps(changed);
            deployments.AddRange(ReleaseOf(stack, before, first, forced));
            deployments.AddRange(Staged(before, new StackOperation(pass, stack.Name, stack, template, first) { Forced = forced }));
            changed.UnionWith(PublishedValues.MayChange(before, template, changed));
            if (!ReferenceEquals(template, stack.Template) && !IsUsedElsewhere(stack, before, unwanted))
                settling.AddRange(Staged(template, new StackOperation(Pass.Settle, stack.Name, stack, stack.Template, [])));
        }

        // A stack's dependencies may be in the other pass, which is over by then.
        var shared = deployments.Where(o => o.Pass == Pass.Shared);
        var services = ReleasesFirst([.. deployments.Where(o => o.Pass == Pass.Services)], shared);
        return new PassPlan([.. shared, .. services, .. Removals(unwanted, deployments, settling)]);
    }

    /// <summary>The step in which a stack's release command runs, if it may have to.</summary>
    private static IEnumerable<StackOperation> ReleaseOf(AssemblyStack stack, JsonObject before, IReadOnlyList<string> first, bool forced)
    {
        if (!ReleaseStage.IsIn(stack.Template))
            return [];
        var due = ReleaseStage.IsDue(before, stack.Template);
        return due || forced
            ? [new StackOperation(Pass.Services, stack.Name, stack, ReleaseStage.Of(before, stack.Template), first) { Forced = forced, Release = due ? ReleaseRun.Always : ReleaseRun.IfChanged }]
            : [];
    }

    /// <summary>
    /// Release commands run before the tasks of any service are replaced. Only one that needs a value of a service that does not
    /// run yet waits for that.
    /// </summary>
    private IEnumerable<StackOperation> ReleasesFirst(IReadOnlyList<StackOperation> services, IEnumerable<StackOperation> shared)
    {
        var given = _before.Values.SelectMany(b => b.Gives).Concat(shared.SelectMany(o => new TemplateUse(o.Template!).Gives)).ToHashSet(StringComparer.Ordinal);
        var first = services.Where(o => o.Release != ReleaseRun.None && new TemplateUse(o.Template!).Takes.IsSubsetOf(given)).ToHashSet();
        return services.OrderBy(o => !first.Contains(o));
    }

    private JsonObject Kept(AssemblyStack stack, JsonObject before)
    {
        if (before.Count == 0 || !(_shared.Contains(stack.Name) || LosesWhatOthersRead(stack, before)))
            return stack.Template;
        var kept = KeptTemplate.Of(stack.Name, before, stack.Template);
        return TableIndexes.Keep(before, ListenerDefaults.Apply(before, CertificateCover.Apply(before, stack.Template, AliasHandover.Apply(before, kept))));
    }

    private bool LosesWhatOthersRead(AssemblyStack stack, JsonObject before)
    {
        var lost = new TemplateUse(KeptTemplate.Lost(before, stack.Template));
        return _before.Any(b => b.Key != stack.Name && b.Value.Uses(lost));
    }

    /// <summary>Whether what a stack kept is still used by one that this deployment does not touch.</summary>
    private bool IsUsedElsewhere(AssemblyStack stack, JsonObject before, IReadOnlyList<DeployedStack> unwanted)
    {
        var lost = new TemplateUse(KeptTemplate.Lost(before, stack.Template));
        var touched = _chosen.Select(s => s.Name).Concat(unwanted.Select(d => d.Name)).ToHashSet(StringComparer.Ordinal);
        return _before.Any(b => !touched.Contains(b.Key) && b.Value.Uses(lost));
    }

    private static IEnumerable<StackOperation> Staged(JsonObject before, StackOperation operation) =>
        TableIndexes.Stages(before, operation.Template!).Select(stage => operation with { Template = stage }).Append(operation);

    private IEnumerable<StackOperation> Removals(
        IReadOnlyList<DeployedStack> unwanted, List<StackOperation> deployments, List<StackOperation> settling)
    {
        var now = deployments.GroupBy(o => o.Stack, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new TemplateUse(g.Last().Template!), StringComparer.Ordinal);
        foreach (var stack in unwanted)
            now[stack.Name] = new TemplateUse(stack.Template);
        var deletions = unwanted.Select(d => new StackOperation(Pass.Unwanted, d.Name, null, null, [])).ToList();

        // Whatever depends on others goes before them: the order of deployment, backwards.
        var stacks = deletions.Concat(settling.DistinctBy(o => o.Stack).Reverse()).ToList();
        return StackOrder.Removals(stacks, o => now[o.Stack])
            .SelectMany(o => o.Pass == Pass.Unwanted ? [o] : settling.Where(s => s.Stack == o.Stack));
    }
}
