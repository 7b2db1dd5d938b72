namespace Landfall.Evaluation.Kpi;

/// <summary>Events that were found in time and alarms that were false, over any number of series.</summary>
/// <param name="Events">How many events there were.</param>
/// <param name="Found">How many had an alarm on their first rows.</param>
/// <param name="FalseAlarms">Runs of alarms outside of events.</param>
/// <param name="Days">The days that were watched, summed over the series.</param>
internal readonly record struct EventTally(int Events, int Found, int FalseAlarms, double Days)
{
    /// <summary>An alarm counts when it comes on the first row of an event or at most so many rows later.</summary>
    public const int Delay = 7;

    public double Recall => Events == 0 ? 0 : (double)Found / Events;

    public double Precision => Found + FalseAlarms == 0 ? 0 : (double)Found / (Found + FalseAlarms);

    public double F1 => Found == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public double FalseAlarmsPerDay => FalseAlarms / Days;

    /// <summary>Counts one series' rows from <see cref="KpiSeries.TrainRows"/> onwards.</summary>
    public static EventTally Of(KpiSeries series, IReadOnlyList<double> scores, double threshold)
    {
        var (events, found, wrong) = (0, 0, 0);
        foreach (var (first, last) in series.Events.Where(e => e.First >= series.TrainRows))
        {
            events++;
            for (var row = first; row <= Math.Min(last, first + Delay); row++)
            {
                if (scores[row] < threshold)
                    continue;
                found++;
                break;
            }
        }

        var running = false;
        for (var row = series.TrainRows; row < scores.Count; row++)
        {
            var alarm = scores[row] >= threshold && !series.Labels[row];
            if (alarm && !running)
                wrong++;
            running = alarm;
        }

        return new EventTally(events, found, wrong, (scores.Count - series.TrainRows) * series.Interval.TotalDays);
    }

    /// <summary>The sum over several series.</summary>
    public static EventTally Of(IEnumerable<(KpiSeries Series, double[] Scores)> runs, double threshold) =>
        runs.Select(run => Of(run.Series, run.Scores, threshold)).Aggregate(
            default(EventTally),
            (a, b) => new EventTally(a.Events + b.Events, a.Found + b.Found, a.FalseAlarms + b.FalseAlarms, a.Days + b.Days));
}
