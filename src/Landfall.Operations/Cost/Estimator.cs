using Landfall.Config.Prices;
using Landfall.Operations.Changes.Evaluation;
using Landfall.Operations.Cost.Uses;

namespace Landfall.Operations.Cost;

/// <summary>Reckons what stacks cost in a month, from what their templates say and the table of prices.</summary>
internal static class Estimator
{
    /// <summary>Reckons.</summary>
    /// <param name="stacks">The stacks of one environment.</param>
    /// <param name="nameOf">What people call a stack.</param>
    /// <returns>The stacks that cost something, the dearest first.</returns>
    public static IReadOnlyList<StackCost> Of(IReadOnlyList<EstimatedStack> stacks, Func<string, string> nameOf)
    {
        var all = new EstimatedResources(stacks.SelectMany(stack => stack.Resources));
        return
        [
            .. stacks.Select(stack => new StackCost(
                    nameOf(stack.Name),
                    stack.Name,
                    stack.Region,
                    [
                        .. stack.Resources.Select(resource => new ResourceCost(resource.LogicalId, resource.Type, [.. Lines(resource, all, stack.Region)]))
                            .Where(resource => resource.Lines.Count > 0)
                            .OrderByDescending(resource => resource.Month.Expected).ThenBy(resource => resource.LogicalId, StringComparer.Ordinal),
                    ]))
                .Where(stack => stack.Resources.Count > 0)
                .OrderByDescending(stack => stack.Month.Expected).ThenBy(stack => stack.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>What is paid for of one resource; nothing of what is free.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="all">All resources of its environment.</param>
    /// <param name="region">Its region.</param>
    public static IEnumerable<CostLine> Lines(EvaluatedResource resource, EstimatedResources all, string region)
    {
        if (UseRules.IsFree(resource.Type))
            return [];
        return UseRules.Of(resource.Type) is { } rule
            ? rule.Find(resource, all).Where(use => use.Quantity != Extent.None).Select(use => Line(use, region))
            : [new CostLine(resource.Type, resource.Type, Extent.Of(1), null, null, null, Assumed: false)];
    }

    /// <summary>Prices a use.</summary>
    /// <param name="use">The use.</param>
    /// <param name="region">The region.</param>
    public static CostLine Line(Use use, string region)
    {
        var price = PriceTable.Find(use.Price, region);
        return new CostLine(
            use.What,
            use.Price,
            use.Quantity.Select(quantity => decimal.Round(quantity, 6) / 1.000000m),
            price?.Unit,
            price?.Amount,
            price is null ? null : (use.Quantity * price.Amount).Cents(),
            use.Assumed is not null);
    }

    /// <summary>What of stacks has no price.</summary>
    /// <param name="stacks">The stacks.</param>
    public static IReadOnlyList<UnknownCost> Unknown(IReadOnlyList<StackCost> stacks) =>
    [
        .. stacks.SelectMany(stack => stack.Resources.SelectMany(resource => resource.Lines).Where(line => line.Month is null)
                .Select(line => line.Price.StartsWith("AWS::", StringComparison.Ordinal) || line.Price.StartsWith("Custom::", StringComparison.Ordinal)
                    ? line.Price
                    : $"{line.What} ({line.Price}) in {stack.Region}"))
            .CountBy(what => what).Select(pair => new UnknownCost(pair.Key, pair.Value)).OrderBy(unknown => unknown.What, StringComparer.Ordinal),
    ];
}
