using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Rules;

namespace Landfall.Operations.Cost.Uses;

/// <summary>How many tasks run on the average of a week in which the limits change by the clock.</summary>
internal static class WeeklyLimits
{
    private const int MinutesOfADay = 24 * 60;
    private const int MinutesOfAWeek = 7 * MinutesOfADay;

    /// <summary>Reckons it. "Scheduled actions" that do not come every week are left out.</summary>
    /// <param name="actions">The scheduled actions of a scalable target, or null.</param>
    /// <param name="limits">Its own limits, which hold until the first action.</param>
    /// <returns>The average.</returns>
    public static Extent Average(JsonNode? actions, (decimal Least, decimal Most) limits)
    {
        var changes = (actions as JsonArray ?? []).SelectMany(Of).OrderBy(change => change.Minute).ToList();
        if (changes.Count == 0)
            return Extent.Between(limits.Least, limits.Most);

        // A week begins as the one before it has ended.
        foreach (var change in changes)
            limits = (change.Least ?? limits.Least, change.Most ?? limits.Most);
        var sum = Extent.None;
        var since = 0;
        foreach (var change in changes)
        {
            sum += Extent.Between(limits.Least, limits.Most) * (change.Minute - since);
            (limits, since) = ((change.Least ?? limits.Least, change.Most ?? limits.Most), change.Minute);
        }

        return (sum + (Extent.Between(limits.Least, limits.Most) * (MinutesOfAWeek - since))) * (1m / MinutesOfAWeek);
    }

    private static IEnumerable<(int Minute, decimal? Least, decimal? Most)> Of(JsonNode? action)
    {
        if (Cron.Read(Scalars.Text(action?["Schedule"])) is not { Minutes.Count: > 0, Hours.Count: > 0, MonthDays.Count: 0 } cron)
            yield break;
        var limits = action!["ScalableTargetAction"];
        foreach (var day in cron.WeekDays.Count > 0 ? cron.WeekDays : [1, 2, 3, 4, 5, 6, 7])
        {
            foreach (var hour in cron.Hours)
            {
                foreach (var minute in cron.Minutes)
                    yield return (((day - 1) * MinutesOfADay) + (hour * 60) + minute, Scalars.Decimal(limits?["MinCapacity"]), Scalars.Decimal(limits?["MaxCapacity"]));
            }
        }
    }
}
