using Landfall.Config.Prices;
using Landfall.Operations.Changes.Evaluation;
using Landfall.Operations.Cost;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Changes;

/// <summary>Says what a change costs. It is no part of what is agreed to, and never harm.</summary>
internal static class ChangeCosts
{
    /// <summary>Adds the cost: of the whole, and an effect for each stack that will cost more or less.</summary>
    /// <param name="change">The change.</param>
    /// <param name="deployed">What runs.</param>
    /// <param name="wanted">The stacks that are deployed.</param>
    /// <param name="removed">The names of the stacks that go.</param>
    /// <returns>The same change; without a cost where nothing of that changes.</returns>
    public static Change Add(Change change, IReadOnlyList<DeployedStack> deployed, IReadOnlyList<AssemblyStack> wanted, IReadOnlyCollection<string> removed)
    {
        if (change.IsEmpty)
            return change;
        var running = new Running([.. deployed.Where(stack => stack.HasContents)]);
        var runs = running.Names.Select(name => new EstimatedStack(name, RegionOf(running, name), [.. running.Resources(name).Values])).ToList();
        var next = EstimatedStack.Of(running, wanted, runs.Count > 0 ? runs[0].Region : "").ToDictionary(stack => stack.Name, StringComparer.Ordinal);
        var stays = runs.Where(stack => !removed.Contains(stack.Name) && !next.ContainsKey(stack.Name));
        var before = Estimator.Of(runs, name => name);
        var after = Estimator.Of([.. stays, .. next.Values, .. Left(change, runs)], name => name);

        var (costsBefore, costsAfter) = (ByStack(before), ByStack(after));
        List<Effect> effects =
        [
            .. costsBefore.Keys.Union(costsAfter.Keys).Order(StringComparer.Ordinal)
                .Select(stack => EffectOf(stack, costsBefore.GetValueOrDefault(stack), costsAfter.GetValueOrDefault(stack))).OfType<Effect>(),
        ];
        var unknown = Estimator.Unknown(before).Concat(Estimator.Unknown(after)).GroupBy(one => one).Where(same => same.Count() == 1).Select(same => same.Key.What).Distinct().Order(StringComparer.Ordinal).ToList();
        return effects.Count == 0 && unknown.Count == 0
            ? change
            : change with
            {
                Effects = [.. change.Effects, .. effects],
                Cost = new ChangeCost(costsBefore.Values.Sum(), costsAfter.Values.Sum(), PriceTable.Date, unknown),
            };
    }

    /// <summary>What leaves its stack and stays in the account goes on costing.</summary>
    private static IEnumerable<EstimatedStack> Left(Change change, List<EstimatedStack> runs) =>
        from stack in change.Stacks
        let left = stack.Resources.Where(resource => resource.Action == ResourceAction.Retain).Select(resource => resource.LogicalId).ToHashSet(StringComparer.Ordinal)
        where left.Count > 0
        from run in runs
        where run.Name == stack.Name
        select run with { Resources = [.. run.Resources.Where(resource => left.Contains(resource.LogicalId))] };

    private static Dictionary<string, decimal> ByStack(IReadOnlyList<StackCost> costs) =>
        costs.GroupBy(cost => cost.Stack, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Sum(cost => cost.Month.Expected), StringComparer.Ordinal);

    private static Effect? EffectOf(string stack, decimal before, decimal after)
    {
        if (before == after)
            return null;
        var text = $"What {stack} is expected to cost goes {(after > before ? "up" : "down")}.";
        var amount = ChangeCost.Difference(before, after);
        return new Effect(EffectId.Of(stack, "Stack", EffectKind.Cost, text + amount), EffectKind.Cost, Certainty.Certain, Harmful: false, stack, text, Amount: amount);
    }

    private static string RegionOf(Running running, string stack) => running.Pseudo(stack, "AWS::Region").ToString();
}
