namespace Landfall.AIOps.Scaling;

/// <summary>Replays the demand of a service, minute by minute, under a scaling policy.</summary>
/// <param name="task">What a task can do.</param>
/// <param name="metricDelayMinutes">Minutes until a metric can be seen; CloudWatch needs about one after the minute's end.</param>
public sealed class ScalingSimulator(TaskProfile task, int metricDelayMinutes = 1)
{
    /// <summary>Runs one policy over one trace. Tasks that are asked for serve after the start time; tasks that go, go at once.</summary>
    /// <param name="demand">Requests of each minute, with those before the replay; NaN where unknown, which needs no task.</param>
    /// <param name="from">The minute at which the replay begins; what lies before is known history.</param>
    /// <param name="policy">A policy that has not been used before.</param>
    public ScalingReport Replay(ReadOnlyMemory<double> demand, int from, IScalingPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(from, demand.Length);
        var minutes = demand.Length - from;
        var arrivals = new int[minutes + task.StartMinutes + 1];
        var perTask = new List<double>(minutes);
        var running = task.Needed(from > 0 ? demand.Span[from - 1] : demand.Span[0]);
        var starting = 0;
        var (under, needed, over, ran) = (0, 0L, 0L, 0L);
        var waiting = new Queue<double>();
        for (var minute = 0; minute < minutes; minute++)
        {
            running += arrivals[minute];
            starting -= arrivals[minute];
            var known = demand[..Math.Max(0, from + minute - metricDelayMinutes)];
            var desired = Math.Clamp(
                policy.Decide(new ScalingState(minute, running + starting, perTask, known)), task.Minimum, task.Maximum);
            Change(desired - running - starting, minute);

            var load = double.IsFinite(demand.Span[from + minute]) ? demand.Span[from + minute] : 0;
            var need = task.Needed(load);
            under += running < need ? 1 : 0;
            needed += need;
            over += Math.Max(0, running - need);
            ran += running + starting;
            waiting.Enqueue(load / Math.Max(1, running));
            if (waiting.Count > metricDelayMinutes)
                perTask.Add(waiting.Dequeue());
        }

        return new ScalingReport(policy.Name, minutes, under, needed, over, ran / 60.0 * task.HourlyPrice);

        void Change(int by, int minute)
        {
            if (by > 0)
            {
                arrivals[minute + task.StartMinutes] += by;
                starting += by;
                if (task.StartMinutes == 0)
                    (running, starting, arrivals[minute]) = (running + by, 0, 0);
            }

            // What has not started yet is called off first, the latest before the earlier.
            for (var at = minute + task.StartMinutes; by < 0 && at > minute; at--)
            {
                var off = Math.Min(-by, arrivals[at]);
                (arrivals[at], starting, by) = (arrivals[at] - off, starting - off, by + off);
            }

            running += Math.Min(0, by);
        }
    }
}
