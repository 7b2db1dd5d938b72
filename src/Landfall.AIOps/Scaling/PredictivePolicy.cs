namespace Landfall.AIOps.Scaling;

/// <summary>
/// The policy that Landfall ships: a schedule of minimums from <see cref="PredictiveScaling"/>, drawn up anew every hour,
/// with target tracking above it for what no forecast can know. The schedule's scheduled actions also set a maximum
/// slightly above the minimum, so that tasks go when the expected demand does.
/// </summary>
/// <param name="task">What a task can do.</param>
/// <param name="options">The schedule's settings, or null for the defaults.</param>
public sealed class PredictivePolicy(TaskProfile task, PredictiveScalingOptions? options = null) : IScalingPolicy
{
    /// <summary>Target tracking acts where tasks are this full; the schedule is meant to act before.</summary>
    private const double ReactiveUse = 0.95;

    /// <summary>How long the tasks that target tracking added beyond the schedule are kept, in minutes.</summary>
    private const int KeepMinutes = 15;

    private readonly PredictiveScaling _planner = new(options);
    private readonly TargetTracking _tracking = new(ReactiveUse * task.CapacityPerMinute, cooldownMinutes: 1);
    private readonly int _planMinutes = (options ?? new PredictiveScalingOptions()).PlanMinutes;
    private ScalingSchedule? _schedule;
    private int _planned;
    private int _keepUntil;

    /// <inheritdoc/>
    public string Name => "Landfall predictive";

    /// <inheritdoc/>
    public int Decide(in ScalingState state)
    {
        if (_schedule is null || state.Minute - _planned >= _planMinutes)
        {
            _schedule = _planner.Plan(state.Demand.Span, task, _planMinutes);
            _planned = state.Minute;
        }

        var minimum = _schedule.At(state.Minute - _planned);
        var reactive = _tracking.Decide(state);
        if (reactive > state.Desired)
            _keepUntil = state.Minute + KeepMinutes;
        var kept = state.Minute < _keepUntil ? reactive : 0;
        return Math.Max(minimum, kept);
    }
}
