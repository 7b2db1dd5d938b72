namespace Landfall.AIOps.Scaling;

/// <summary>A fixed timetable, one task count for each hour of the week, drawn up once from the demand before the replay.</summary>
public sealed class ScheduledScaling : IScalingPolicy
{
    private const int Week = 7 * 24 * 60;
    private const int Hour = 60;

    private readonly int[] _tasks = new int[Week / Hour];
    private readonly int _offset;

    /// <param name="past">Requests of each minute before the replay, oldest first; NaN where unknown.</param>
    /// <param name="task">What a task can do.</param>
    /// <param name="share">The share of past minutes of an hour of the week that its task count would have carried, in (0, 1].</param>
    public ScheduledScaling(ReadOnlySpan<double> past, TaskProfile task, double share)
    {
        ArgumentNullException.ThrowIfNull(task);
        _offset = past.Length;
        var byHour = new List<double>[_tasks.Length];
        for (var minute = 0; minute < past.Length; minute++)
        {
            if (double.IsFinite(past[minute]))
                (byHour[minute % Week / Hour] ??= []).Add(past[minute]);
        }

        for (var hour = 0; hour < _tasks.Length; hour++)
        {
            var known = byHour[hour] ?? [];
            known.Sort();
            _tasks[hour] = task.Needed(known.Count == 0 ? 0 : known[(int)Math.Ceiling(share * known.Count) - 1]);
        }
    }

    /// <inheritdoc/>
    public string Name => "scheduled";

    /// <inheritdoc/>
    public int Decide(in ScalingState state) => _tasks[(_offset + state.Minute) % Week / Hour];
}
