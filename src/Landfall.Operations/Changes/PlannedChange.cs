using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Passes;

namespace Landfall.Operations.Changes;

/// <summary>The change that a deployment in passes makes, from its beginning to its end.</summary>
internal static class PlannedChange
{
    /// <summary>Finds the change.</summary>
    /// <param name="environment">The environment's name.</param>
    /// <param name="deployed">The environment's stacks as they run.</param>
    /// <param name="plan">The deployment.</param>
    /// <param name="removes">
    /// Whether stacks that are no longer wanted go. Where they are left in place, so is what shared stacks keep for them.
    /// </param>
    /// <returns>The change.</returns>
    public static Change Of(string environment, IReadOnlyList<DeployedStack> deployed, PassPlan plan, bool removes)
    {
        var settles = removes || plan.Unwanted.Count == 0;
        var removed = removes ? plan.Unwanted : [];
        var last = plan.Operations.Where(o => o.Wanted is not null && (settles || o.Pass != Pass.Settle))
            .GroupBy(o => o.Stack, StringComparer.Ordinal).Select(g => g.Last());
        IReadOnlyList<AssemblyStack> wanted = [.. last.Select(o => o.Wanted! with { Template = o.Template! })];
        return ChangeCosts.Add(ChangeFinder.Find(environment, deployed, wanted, removed), deployed, wanted, removed);
    }
}
