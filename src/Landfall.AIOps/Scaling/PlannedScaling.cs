namespace Landfall.AIOps.Scaling;

/// <summary>
/// A schedule of minimums with target tracking above it. The schedule's scheduled actions also set a maximum slightly above
/// the minimum, so that tasks go when the expected demand does.
/// </summary>
/// <param name="task">What a task can do.</param>
internal sealed class PlannedScaling(TaskProfile task) : IScalingPolicy
{
    /// <summary>Target tracking acts where tasks are this full; the schedule is meant to act before.</summary>
    private const double ReactiveUse = 0.95;

    /// <summary>How long the tasks that target tracking added beyond the schedule are kept, in minutes.</summary>
    private const int KeepMinutes = 15;

    private readonly TargetTracking _tracking = new(ReactiveUse * task.CapacityPerMinute, cooldownMinutes: 1);
    private ScalingSchedule? _schedule;
    private int _from;
    private int _keepUntil;

    /// <inheritdoc/>
    public string Name => "planned";

    /// <summary>Takes a schedule that begins with a minute.</summary>
    public void Follow(ScalingSchedule schedule, int minute) => (_schedule, _from) = (schedule, minute);

    /// <inheritdoc/>
    public int Decide(in ScalingState state)
    {
        var minimum = _schedule?.At(Math.Max(0, state.Minute - _from)) ?? state.Desired;
        var reactive = _tracking.Decide(state);
        if (reactive > state.Desired)
            _keepUntil = state.Minute + KeepMinutes;
        var kept = state.Minute < _keepUntil ? reactive : 0;
        return Math.Max(minimum, kept);
    }
}
