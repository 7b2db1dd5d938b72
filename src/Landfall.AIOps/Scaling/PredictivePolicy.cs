namespace Landfall.AIOps.Scaling;

/// <summary>
/// The policy that Landfall ships: a schedule of minimums from <see cref="PredictiveScaling"/>, drawn up anew every hour,
/// with target tracking above it for what no forecast can know. Where the demand cannot be foreseen, plain target tracking
/// takes over: what each would have done runs along on paper, and prediction has to be worth its price.
/// </summary>
/// <param name="task">What a task can do.</param>
/// <param name="options">The schedule's settings, or null for the defaults.</param>
public sealed class PredictivePolicy(TaskProfile task, PredictiveScalingOptions? options = null) : IScalingPolicy
{
    /// <summary>How full target tracking keeps tasks where it is left alone: what teams usually choose, from cautious to thrifty.</summary>
    private static readonly double[] Uses = [0.6, 0.7, 0.8, 0.9];

    /// <summary>A day on paper, before which nothing is preferred to prediction.</summary>
    private const double LeastMinutes = 24 * 60;

    /// <summary>Shares of minutes with too few tasks that differ by less are taken for equal: two minutes in a week.</summary>
    private const double Equal = 0.0002;

    /// <summary>Costs that differ by less are taken for equal.</summary>
    private const double Dearer = 1.02;

    /// <summary>At the start, the last four days of known demand are lived through on paper, with a plan every six hours.</summary>
    private const int WarmupMinutes = 4 * 24 * 60;
    private const int WarmupPlanMinutes = 6 * 60;

    private readonly int _planMinutes = (options ?? new PredictiveScalingOptions()).PlanMinutes;
    private readonly PredictiveScaling _planner = new(options);
    private readonly PlannedScaling _planned = new(task);
    private readonly PlannedScaling _plannedOnPaper = new(task);
    private readonly TargetTracking[] _tracking = [.. Uses.Select(use => new TargetTracking(use * task.CapacityPerMinute))];
    private ShadowFleet? _prediction;
    private ShadowFleet[] _alternatives = [];
    private int _known;
    private int _lived;
    private int _next;

    /// <inheritdoc/>
    public string Name => "Landfall predictive";

    /// <inheritdoc/>
    public int Decide(in ScalingState state)
    {
        LiveOnPaper(state);
        if (state.Minute >= _next)
        {
            var schedule = _planner.Plan(state.Demand.Span, task, _planMinutes);
            _planned.Follow(schedule, state.Minute);
            _plannedOnPaper.Follow(schedule, _lived);
            _next = state.Minute + _planMinutes;
        }

        return Chosen() is { } tracking ? tracking.Decide(state) : _planned.Decide(state);
    }

    private void LiveOnPaper(in ScalingState state)
    {
        if (_prediction is null)
        {
            _prediction = new ShadowFleet(task, _plannedOnPaper);
            _alternatives = [.. Uses.Select(use => new ShadowFleet(task, new TargetTracking(use * task.CapacityPerMinute)))];
            for (_known = Math.Max(0, state.Demand.Length - WarmupMinutes); _known < state.Demand.Length;)
            {
                if (_lived % WarmupPlanMinutes == 0)
                    _plannedOnPaper.Follow(_planner.Plan(state.Demand.Span[.._known], task, WarmupPlanMinutes), _lived);
                LiveMinute(state.Demand);
            }
        }

        while (_known < state.Demand.Length)
            LiveMinute(state.Demand);
    }

    private void LiveMinute(ReadOnlyMemory<double> demand)
    {
        var known = demand[..(_known + 1)];
        _prediction!.Live(_lived, known);
        foreach (var alternative in _alternatives)
            alternative.Live(_lived, known);
        _known++;
        _lived++;
    }

    /// <summary>The target tracking that does better at about the same cost, or as well at a lower one; null for prediction.</summary>
    private TargetTracking? Chosen()
    {
        if (_prediction!.Minutes < LeastMinutes)
            return null;
        TargetTracking? best = null;
        var (under, tasks) = (_prediction.UnderProvisioned, _prediction.Tasks);
        for (var i = 0; i < _alternatives.Length; i++)
        {
            var other = _alternatives[i];
            var better = other.UnderProvisioned < under - Equal && other.Tasks <= tasks * Dearer;
            var cheaper = other.UnderProvisioned <= under + (best is null ? 0 : Equal) && other.Tasks * Dearer < tasks;
            if (better || cheaper)
                (best, under, tasks) = (_tracking[i], Math.Min(under, other.UnderProvisioned), other.Tasks);
        }

        return best;
    }
}
