namespace Landfall.AIOps.Scaling;

/// <summary>
/// Step scaling with the steps that a team would write first: one task more when requests per task pass the target, a
/// quarter more when they pass it by a third, one fewer when they stay below half of it for fifteen minutes
/// (https://docs.aws.amazon.com/autoscaling/application/userguide/step-scaling-policy-overview.html).
/// </summary>
/// <param name="target">Requests per task and minute at which the first step begins.</param>
/// <param name="cooldownMinutes">Minutes without another change.</param>
public sealed class StepScaling(double target, int cooldownMinutes = 5) : IScalingPolicy
{
    private const int OutDatapoints = 3;
    private const int InDatapoints = 15;
    private const double SecondStep = 4 / 3.0;
    private const double InThreshold = 0.5;

    private int _allowed;

    /// <inheritdoc/>
    public string Name => "step scaling";

    /// <inheritdoc/>
    public int Decide(in ScalingState state)
    {
        if (state.Minute < _allowed)
            return state.Desired;
        var change = Change(state);
        if (change != 0)
            _allowed = state.Minute + cooldownMinutes;
        return state.Desired + change;
    }

    private int Change(in ScalingState state)
    {
        var metric = state.PerTask;
        if (metric.Count >= OutDatapoints && metric.Skip(metric.Count - OutDatapoints).Min() is var low && low > target)
            return low > SecondStep * target ? Math.Max(1, (int)Math.Ceiling(state.Desired / 4.0)) : 1;
        if (metric.Count >= InDatapoints && metric.Skip(metric.Count - InDatapoints).Max() < InThreshold * target)
            return -1;
        return 0;
    }
}
