using Landfall.Config;
using Landfall.Config.Stacks;
using Landfall.Operations.Cost.Billed;
using Landfall.Operations.Cost.Sizing;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Cost;

/// <summary>What an environment will cost in a month, from its templates.</summary>
internal sealed class CostOperation : Operation<CostParameters, EnvironmentCost>
{
    /// <inheritdoc />
    public override string Name => "cost";

    /// <inheritdoc />
    public override string Summary => "Estimate what an environment costs in a month at list prices, from its templates; with --actual beside what was billed, and with advice by what was measured.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override async Task<EnvironmentCost> RunAsync(CostParameters parameters, Agreed agreed, OperationContext context)
    {
        var (project, stacks) = await StacksAsync(parameters.Folder, parameters.Environment, context).ConfigureAwait(false);
        var cost = Of(project, stacks);
        if (parameters.Actual)
        {
            using var target = await Targets.OpenAsync(project.Plan, local: false, context.Time, context.Stop).ConfigureAwait(false);
            var now = context.Time.GetUtcNow();
            cost = cost with
            {
                Actual = await BilledCosts.ReadAsync(target, project.Plan, now, context.Stop).ConfigureAwait(false),
                Advice = await MeasuredUses.AdviseAsync(target, project.Plan, stacks, now, context.Stop).ConfigureAwait(false),
            };
        }

        if (parameters.Compare is not { } other)
            return cost;
        if (other == project.Plan.Environment)
            throw new LandfallException(ErrorCodes.ComparedWithItself, $"'{other}' would be compared with itself. Name two environments: --env and --compare.");
        var (there, thereStacks) = await StacksAsync(parameters.Folder, other, context).ConfigureAwait(false);
        return cost with { Compared = ComparedCost.Of(cost.Parts, other, Of(there, thereStacks).Parts) };
    }

    /// <summary>Reckons what an environment costs.</summary>
    /// <param name="project">The project and environment.</param>
    /// <param name="stacks">Its stacks.</param>
    internal static EnvironmentCost Of(Project project, IReadOnlyList<EstimatedStack> stacks)
    {
        var plan = project.Plan;
        var parts = Estimator.Of(stacks, stack => StackNames.Part(plan, stack));
        return new EnvironmentCost(
            plan.App,
            plan.Environment,
            UsedPrices.Of(parts),
            Extent.Sum(parts.Select(part => part.Month)),
            parts,
            Estimator.Unknown(parts),
            Hints.Of(plan, stacks),
            Assumptions.All);
    }

    private static async Task<(Project Project, IReadOnlyList<EstimatedStack> Stacks)> StacksAsync(string folder, string? environment, OperationContext context)
    {
        // Not for longer: what comes next asks AWS, or wants another environment.
        using var estimated = await EstimatedEnvironment.OpenAsync(folder, environment, context).ConfigureAwait(false);
        return (estimated.Project, estimated.Stacks);
    }
}
