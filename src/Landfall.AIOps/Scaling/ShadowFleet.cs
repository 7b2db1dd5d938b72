namespace Landfall.AIOps.Scaling;

/// <summary>
/// Tasks that run on paper only: what a policy would have done with the demand that came, and how well it would have gone,
/// remembered for about a week.
/// </summary>
/// <param name="task">What a task can do.</param>
/// <param name="policy">A policy of its own, which nobody else asks.</param>
internal sealed class ShadowFleet(TaskProfile task, IScalingPolicy policy)
{
    private const double Memory = 7 * 24 * 60;
    private const int KeptMetrics = 64;
    private readonly Queue<int> _starting = new(Enumerable.Repeat(0, task.StartMinutes));
    private readonly List<double> _perTask = [];
    private double _pending = double.NaN;
    private int _running = -1;
    private double _weight;
    private double _under;
    private double _cost;

    /// <summary>The share of minutes with too few tasks.</summary>
    public double UnderProvisioned => _weight > 0 ? _under / _weight : 0;

    /// <summary>The mean number of tasks.</summary>
    public double Tasks => _weight > 0 ? _cost / _weight : 0;

    /// <summary>How many minutes count, at most about a week's.</summary>
    public double Minutes => _weight;

    /// <summary>Lives through a minute.</summary>
    /// <param name="minute">Minutes since the beginning.</param>
    /// <param name="demand">The demand up to the minute, which is its last; NaN needs no task.</param>
    public void Live(int minute, ReadOnlyMemory<double> demand)
    {
        var load = double.IsFinite(demand.Span[^1]) ? demand.Span[^1] : 0;
        if (_running < 0)
            _running = task.Needed(load);
        if (task.StartMinutes > 0)
            _running += _starting.Dequeue();
        var asked = _running + _starting.Sum();
        var desired = Math.Clamp(policy.Decide(new ScalingState(minute, asked, _perTask, demand[..^1])), task.Minimum, task.Maximum);
        Change(desired - asked);

        const double fade = 1 - (1 / Memory);
        _weight = (_weight * fade) + 1;
        _under = (_under * fade) + (_running < task.Needed(load) ? 1 : 0);
        _cost = (_cost * fade) + _running + _starting.Sum();

        // A metric is seen a minute after its own.
        if (double.IsFinite(_pending))
            _perTask.Add(_pending);
        _pending = load / Math.Max(1, _running);
        if (_perTask.Count > 2 * KeptMetrics)
            _perTask.RemoveRange(0, KeptMetrics);
    }

    private void Change(int by)
    {
        if (task.StartMinutes > 0)
        {
            // What has not started yet is called off first, the latest before the earlier.
            int[] starting = [.. _starting, Math.Max(0, by)];
            for (var i = starting.Length - 2; by < 0 && i >= 0; i--)
            {
                var off = Math.Min(-by, starting[i]);
                (starting[i], by) = (starting[i] - off, by + off);
            }

            _starting.Clear();
            foreach (var count in starting)
                _starting.Enqueue(count);
            by = Math.Min(0, by);
        }

        _running += by;
    }
}
