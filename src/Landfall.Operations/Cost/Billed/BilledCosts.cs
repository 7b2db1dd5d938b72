using Landfall.Aws.Costs;
using Landfall.Config.Plan;
using Landfall.Config.Prices;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Cost.Billed;

/// <summary>Reads what an environment was billed for.</summary>
internal static class BilledCosts
{
    private const int Days = 30;

    /// <summary>Reads the last thirty days that are over.</summary>
    /// <param name="target">The account.</param>
    /// <param name="plan">The environment.</param>
    /// <param name="now">The time.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The costs; nothing in them where Cost Explorer does not know the tags.</returns>
    public static async Task<BilledCost> ReadAsync(AwsTarget target, AppPlan plan, DateTimeOffset now, CancellationToken stop)
    {
        var end = DateOnly.FromDateTime(now.UtcDateTime);
        var from = end.AddDays(-Days);
        var costs = await new CostExplorerClient(target.Session).ListAsync([("landfall:app", plan.App), ("landfall:environment", plan.Environment)], from, end, stop).ConfigureAwait(false);
        var rise = RiseFinder.Find(costs, from, end.AddDays(-1));
        return new BilledCost(
            from,
            end.AddDays(-1),
            Round(costs.Sum(cost => cost.Amount)),
            Round(costs.Sum(cost => cost.Amount) * PriceTable.HoursOfAMonth / (Days * 24)),
            [
                .. costs.GroupBy(cost => cost.Service, StringComparer.Ordinal).Select(service => new BilledService(service.Key, Round(service.Sum(cost => cost.Amount))))
                    .OrderByDescending(service => service.Amount).ThenBy(service => service.Service, StringComparer.Ordinal),
            ],
            rise is null ? null : rise with { Deployed = await DeployedAsync(target, plan, rise.Since, stop).ConfigureAwait(false) });
    }

    private static async Task<IReadOnlyList<string>> DeployedAsync(AwsTarget target, AppPlan plan, DateOnly day, CancellationToken stop) =>
    [
        .. (await EnvironmentStacks.ReadAsync(target.Regions, plan, stop).ConfigureAwait(false))
            .Where(stack => DateOnly.FromDateTime(stack.Stack.Updated.UtcDateTime) is var updated && (updated == day || updated == day.AddDays(-1)))
            .Select(stack => stack.Name).Order(StringComparer.Ordinal),
    ];

    private static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
