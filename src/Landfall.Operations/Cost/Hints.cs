using System.Globalization;
using Landfall.Config.Plan;
using Landfall.Config.Prices;
using Landfall.Operations.Cost.Uses;

namespace Landfall.Operations.Cost;

/// <summary>What another way of running the same would cost.</summary>
internal static class Hints
{
    /// <summary>Reckons.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="stacks">Its stacks.</param>
    /// <returns>The ways; none whose prices the table does not have.</returns>
    public static IReadOnlyList<Hint> Of(AppPlan plan, IReadOnlyList<EstimatedStack> stacks)
    {
        var all = new EstimatedResources(stacks.SelectMany(stack => stack.Resources));
        var tasks = ServiceTasks.In(all).OrderBy(service => service.Service, StringComparer.Ordinal).ToList();
        Hint?[] hints = [Night(all, tasks, plan.Region), Arm(tasks, plan.Region), Spot(tasks, plan.Region), SavingsPlan(tasks, plan.Region), Egress(plan)];
        return [.. hints.OfType<Hint>()];
    }

    private static Hint? Night(EstimatedResources all, List<ServiceTasks> tasks, string region) =>
        Less(Month([.. ServiceTasks.In(all, asleepAtNight: false)], region), Month(tasks, region)) is { Expected: > 0 } saves
            ? new Hint("already, by what changes the limits by the clock, such as the night schedule.", saves.Expected)
            : null;

    private static Hint? Arm(List<ServiceTasks> tasks, string region) =>
        tasks.FindAll(service => !service.Size.Arm) is { Count: > 0 } others && Less(Month(others, region), Month(others, region, arm: true)) is { Expected: > 0 } saves
            ? new Hint($"'architecture: arm64' of {Names(others)}, if the images are built for it.", saves.Expected)
            : null;

    private static Hint? Spot(List<ServiceTasks> tasks, string region) =>
        tasks.FindAll(service => service.OnDemand != Extent.None) is { Count: > 0 } others && Less(Month(others, region), Month(others, region, spot: true)) is { Expected: > 0 } saves
            ? new Hint($"'spot: 100' of {Names(others)}: AWS may take such tasks back, with two minutes' notice.", saves.Expected)
            : null;

    /// <summary>A plan is paid for whether it is used or not: it pays from the share of its hours on that it leaves of the price.</summary>
    private static Hint? SavingsPlan(List<ServiceTasks> tasks, string region)
    {
        if (PriceTable.Find("fargateSavingsPlanShare", region) is not { } share || Month(tasks.ConvertAll(service => service with { Spot = Extent.None }), region) is not { Low: > 0 } month)
            return null;
        var percent = (share.Amount * 100).ToString("0.#", CultureInfo.InvariantCulture);
        var hourly = (month.Low * share.Amount / PriceTable.HoursOfAMonth).ToString("0.000", CultureInfo.InvariantCulture);
        return new Hint(
            $"A Compute Savings Plan of one year for the tasks that run in any case, ${hourly} an hour: it pays if they run for more than {percent} % of that year.",
            Math.Round(month.Low * (1 - share.Amount), 2, MidpointRounding.AwayFromZero));
    }

    private static Hint? Egress(AppPlan plan) =>
        plan.Network.Nat != NatMode.None && EgressCost.In(plan, plan.Region) is { Endpoints: > 0 } cost
            ? new Hint("'network: { nat: none }', VPC endpoints in place of NAT gateways, before traffic: tasks then reach AWS and nobody else.", cost.Nat - cost.Endpoints)
            : null;

    private static Extent? Month(List<ServiceTasks> tasks, string region, bool arm = false, bool spot = false)
    {
        var lines = tasks.SelectMany(service => service.Uses(arm, spot)).Select(use => Estimator.Line(use, region).Month).ToList();
        return lines.Contains(null) ? null : Extent.Sum(lines.OfType<Extent>());
    }

    private static Extent? Less(Extent? before, Extent? after) => before is null || after is null ? null : before - after;

    private static string Names(IEnumerable<ServiceTasks> tasks) => string.Join(", ", tasks.Select(service => service.Service));
}
