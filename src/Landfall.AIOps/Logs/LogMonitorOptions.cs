namespace Landfall.AIOps.Logs;

/// <summary>Settings of a <see cref="LogMonitor"/>. The defaults suit a service of any volume.</summary>
public sealed class LogMonitorOptions
{
    /// <summary>The step in which lines are counted. Default one minute.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long after the first line nothing is reported, while templates and rates are learnt. Default 30 minutes.</summary>
    public TimeSpan Learning { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long after a deployment a new template is put down to it. Default 30 minutes.</summary>
    public TimeSpan DeploymentWindow { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The span over which a rate's baseline forgets, as a number of intervals. Default 60.</summary>
    public int Memory { get; init; } = 60;

    /// <summary>How many standard deviations of a count make a rate change. Default 6.</summary>
    public double RateThreshold { get; init; } = 6;

    /// <summary>The limits of the miner underneath.</summary>
    public LogTemplateMinerOptions Miner { get; init; } = new();

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Interval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(Learning, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(DeploymentWindow, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(Memory, 2);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(RateThreshold);
    }
}
