namespace Landfall.AIOps.Scaling;

/// <summary>
/// Target tracking as Application Auto Scaling does it on requests per task: three one-minute datapoints above the target
/// add tasks in proportion, fifteen datapoints more than a tenth below it remove them, each followed by a cooldown
/// (https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html).
/// </summary>
/// <param name="target">Requests per task and minute to keep.</param>
/// <param name="cooldownMinutes">Minutes without another change in the same direction; AWS's default for ECS is five.</param>
public sealed class TargetTracking(double target, int cooldownMinutes = 5) : IScalingPolicy
{
    private const int OutDatapoints = 3;
    private const int InDatapoints = 15;
    private const double InThreshold = 0.9;

    private int _outAllowed;
    private int _inAllowed;

    /// <inheritdoc/>
    public string Name => "target tracking";

    /// <inheritdoc/>
    public int Decide(in ScalingState state)
    {
        var metric = state.PerTask;
        if (All(metric, OutDatapoints, value => value > target) && state.Minute >= _outAllowed)
        {
            _outAllowed = _inAllowed = state.Minute + cooldownMinutes;
            return Proportional(state.Desired, metric[^1]);
        }

        if (All(metric, InDatapoints, value => value < InThreshold * target) && state.Minute >= _inAllowed)
        {
            _inAllowed = state.Minute + cooldownMinutes;
            return Math.Min(state.Desired, Proportional(state.Desired, metric.Skip(metric.Count - InDatapoints).Max()));
        }

        return state.Desired;
    }

    private int Proportional(int desired, double metric) => (int)Math.Ceiling(desired * metric / target);

    private static bool All(IReadOnlyList<double> metric, int count, Func<double, bool> condition)
    {
        if (metric.Count < count)
            return false;
        for (var back = 1; back <= count; back++)
        {
            if (!condition(metric[^back]))
                return false;
        }

        return true;
    }
}
