using Landfall.Aws.Costs;

namespace Landfall.Operations.Cost.Billed;

/// <summary>Finds what has begun to cost more: for each kind of use the two levels, one after the other, that its days fit best.</summary>
internal static class RiseFinder
{
    // Days on each side of a step, so that one day that is dear is none.
    private const int LeastDays = 2;

    // What is less, nobody looks for.
    private const decimal LeastDollars = 0.50m;
    private const decimal LeastShare = 0.5m;

    /// <summary>Finds the rise that costs most.</summary>
    /// <param name="costs">What was billed, by day.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <returns>The rise, without the stacks; null where nothing has risen by half and by 50 cents a day.</returns>
    public static CostRise? Find(IReadOnlyList<DailyCost> costs, DateOnly from, DateOnly to) =>
        costs.GroupBy(cost => (cost.Service, cost.UsageType))
            .Select(use => Of(use.Key.Service, use.Key.UsageType, Days(use, from, to), from))
            .OfType<CostRise>()
            .Where(rise => rise.After - rise.Before >= LeastDollars && rise.After - rise.Before >= rise.Before * LeastShare)
            .OrderByDescending(rise => rise.After - rise.Before).ThenBy(rise => rise.Service, StringComparer.Ordinal).ThenBy(rise => rise.UsageType, StringComparer.Ordinal)
            .FirstOrDefault();

    private static decimal[] Days(IEnumerable<DailyCost> costs, DateOnly from, DateOnly to)
    {
        var days = new decimal[to.DayNumber - from.DayNumber + 1];
        foreach (var cost in costs.Where(cost => cost.Day >= from && cost.Day <= to))
            days[cost.Day.DayNumber - from.DayNumber] += cost.Amount;
        return days;
    }

    private static CostRise? Of(string service, string usageType, decimal[] days, DateOnly from)
    {
        (int Day, decimal Error)? best = null;
        for (var day = LeastDays; day <= days.Length - LeastDays; day++)
        {
            var error = Error(days.AsSpan(0, day)) + Error(days.AsSpan(day));
            if (best is null || error < best.Value.Error)
                best = (day, error);
        }

        return best is { Day: var step }
            ? new CostRise(service, usageType, from.AddDays(step), Round(Mean(days.AsSpan(0, step))), Round(Mean(days.AsSpan(step))), [])
            : null;
    }

    private static decimal Error(ReadOnlySpan<decimal> days)
    {
        var (mean, sum) = (Mean(days), 0m);
        foreach (var day in days)
            sum += (day - mean) * (day - mean);
        return sum;
    }

    private static decimal Mean(ReadOnlySpan<decimal> days)
    {
        var sum = 0m;
        foreach (var day in days)
            sum += day;
        return sum / days.Length;
    }

    private static decimal Round(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
