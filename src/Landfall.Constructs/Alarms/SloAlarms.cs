using System.Globalization;
using Amazon.CDK.AWS.CloudWatch;
using Landfall.Config.Alarms;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Query = Amazon.CDK.AWS.CloudWatch.CfnAlarm.MetricDataQueryProperty;

namespace Landfall.Constructs.Alarms;

/// <summary>
/// Alarms on what a service promises: two for each promise, of which the fast one cannot wait and the slow one can until the
/// next working day. Each is made of the same measure over long and short times; "alarms with a period of less than one hour"
/// may look back a day, others seven (CloudWatch API, PutMetricAlarm, Period).
/// </summary>
internal static class SloAlarms
{
    // One bad answer at night is none of anybody's business, however few there are in all.
    private const int LeastBad = 10;

    /// <summary>Adds them.</summary>
    /// <param name="stack">The service's stack.</param>
    /// <param name="title">The service's name in the file.</param>
    /// <param name="slo">What it promises.</param>
    /// <param name="source">Who sees its requests.</param>
    /// <param name="fault">The name of the alarm that says that it is not well: while that one rings these do not.</param>
    /// <returns>Those that call people.</returns>
    public static IReadOnlyList<CfnCompositeAlarm> Add(LandfallStack stack, string title, SloPlan slo, RequestSource source, string? fault)
    {
        var alarms = new List<CfnCompositeAlarm>();
        if (slo.AvailabilityPercent is { } availability)
        {
            alarms.AddRange(Objective("Availability", availability, $"answers less than {Number(availability)} % of requests", period =>
            {
                var seen = source.Over(period);
                return (seen.Failed, seen.Asked, [.. seen.Requests, .. seen.Errors, .. seen.Refused]);
            }));
        }

        if (slo.Latency is { } latency)
        {
            alarms.AddRange(Objective("Latency", latency.Percent, $"answers less than {Number(latency.Percent)} % of requests within {Number(latency.Within.TotalMilliseconds)} ms", period =>
            {
                var (timed, quick) = source.Answered(latency.Within, period);
                var all = RequestMetrics.Sum("n", timed.Count);
                return ($"{all} - ({RequestMetrics.Sum("q", quick.Count)})", all, [.. timed, .. quick]);
            }));
        }

        return alarms;

        IEnumerable<CfnCompositeAlarm> Objective(string promise, double percent, string words, Func<TimeSpan, (string Bad, string All, Query[] Metrics)> measure) =>
            BurnRate.All.GroupBy(rate => rate.IsFast).Select(rates =>
            {
                var pairs = rates.Select(rate => $"({FaultAlarm.Rings(Burning(rate, rate.Long))} AND {FaultAlarm.Rings(Burning(rate, rate.Short))})").ToArray();
                var rule = $"({string.Join(" OR ", pairs)})";
                return FaultAlarm.Create(
                    stack,
                    $"Slo{promise}{(rates.Key ? "Fast" : "Slow")}",
                    rates.Key ? Runbooks.SloFast : Runbooks.SloSlow,
                    $"At this pace {title} {words} in thirty days.",
                    fault is null ? rule : $"{rule} AND NOT {FaultAlarm.Rings(fault)}");

                string Burning(BurnRate rate, TimeSpan window)
                {
                    var (bad, all, metrics) = measure(window);
                    return MetricAlarm.Silent(
                        stack,
                        $"Slo{promise}{Word(window)}At{Math.Floor(rate.Factor)}",
                        rates.Key ? Runbooks.SloFast : Runbooks.SloSlow,
                        $"{title} uses up what it may fail {Number(rate.Factor)} times too fast, over {Word(window)}.",
                        $"IF({bad} >= {(window == rate.Long ? LeastBad : 1)}, 100 * ({bad}) / ({all}), 0)",
                        rate.Threshold(percent),
                        1,
                        metrics).Ref;
                }
            });
    }

    private static string Word(TimeSpan window) =>
        window.TotalHours < 1 ? $"{window.TotalMinutes}m" : window.TotalDays < 1 ? $"{window.TotalHours}h" : $"{window.TotalDays}d";

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
