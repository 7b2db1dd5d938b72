using Landfall.Config;
using Landfall.Operations.Deployment.Passes;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Deployment;

/// <summary>What a deployment is to do: what runs, and what is wanted.</summary>
/// <param name="Project">The project, with the images that are in the registry already.</param>
/// <param name="Assembly">What was synthesised.</param>
/// <param name="Chosen">The stacks of it that are deployed.</param>
/// <param name="Only">Their names where others are left alone; null when all are deployed.</param>
/// <param name="Deployed">The environment's stacks as they are.</param>
internal sealed record Intent(
    Project Project,
    Assembly Assembly,
    IReadOnlyList<AssemblyStack> Chosen,
    IReadOnlySet<string>? Only,
    IReadOnlyList<DeployedStack> Deployed)
{
    /// <summary>The names of the stacks that are deployed.</summary>
    public IReadOnlyList<string> Names { get; } = [.. Chosen.Select(s => s.Name)];

    /// <summary>Works out what to do.</summary>
    /// <param name="project">The project.</param>
    /// <param name="assembly">What was synthesised.</param>
    /// <param name="chosen">The stacks of it to deploy.</param>
    /// <param name="isPart">True when the caller has named them.</param>
    /// <param name="deployed">The environment's stacks as they are.</param>
    /// <returns>The intent.</returns>
    /// <exception cref="LandfallException">A stack that is needed is neither chosen nor deployed.</exception>
    public static Intent Of(
        Project project, Assembly assembly, IReadOnlyList<AssemblyStack> chosen, bool isPart, IReadOnlyList<DeployedStack> deployed)
    {
        if (chosen.Count < assembly.Stacks.Count)
        {
            StackChoice.RequireFoundations(assembly, project.Plan, chosen, [.. deployed.Where(s => StackStates.Stands(s.Stack.Status)).Select(s => s.Name)]);
            StackChoice.RequireNewFoundations(assembly, project.Plan, chosen, deployed);
        }

        return new Intent(project, assembly, chosen, isPart ? chosen.Select(s => s.Name).ToHashSet(StringComparer.Ordinal) : null, deployed);
    }

    /// <summary>Lays out the operations.</summary>
    /// <returns>The plan.</returns>
    public PassPlan ToPlan() => PassRunner.PlanOf(Deployed, Assembly, Only);

    /// <summary>
    /// Tells at once where nothing is to be done, without laying it out: each stack runs as it is wanted, and none besides.
    /// </summary>
    /// <param name="regions">The regions that the stacks are in.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>A report for each stack; null when there may be something to do.</returns>
    public async Task<IReadOnlyList<StackReport>?> UnchangedAsync(StackRegions regions, CancellationToken stop)
    {
        var wanted = SettledTemplates.Of(Deployed, Assembly.Stacks);
        var names = wanted.Select(s => s.Name).ToHashSet(StringComparer.Ordinal);
        return Only is null && Deployed.Any(d => !names.Contains(d.Name)) ? null
            : await UnchangedStacks.FindAsync(regions, Deployed, [.. wanted.Where(s => Only?.Contains(s.Name) ?? true)], stop).ConfigureAwait(false);
    }
}
