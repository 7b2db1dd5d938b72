namespace Landfall.AIOps.Scaling;

/// <summary>What one task of a service can do and how it behaves.</summary>
/// <param name="CapacityPerMinute">The demand, in requests per minute, that a task serves well; above 0.</param>
public sealed record TaskProfile(double CapacityPerMinute)
{
    /// <summary>Minutes from asking for a task until it serves; 2 by default, which includes pulling the image and health checks.</summary>
    public int StartMinutes { get; init; } = 2;

    /// <summary>The fewest tasks that ever run; 2 by default, so that the loss of one is not an outage.</summary>
    public int Minimum { get; init; } = 2;

    /// <summary>The most tasks that ever run.</summary>
    public int Maximum { get; init; } = 1000;

    /// <summary>What a task costs per hour; the default is about one vCPU and 2 GB of Fargate on Arm, in US dollars.</summary>
    public double HourlyPrice { get; init; } = 0.04;

    /// <summary>The tasks that a demand needs, within minimum and maximum; what is no number needs the minimum.</summary>
    public int Needed(double demandPerMinute) =>
        (int)Math.Clamp(demandPerMinute > 0 ? Math.Ceiling(demandPerMinute / CapacityPerMinute) : 0, Minimum, Maximum);
}
