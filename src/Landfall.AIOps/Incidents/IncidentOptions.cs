namespace Landfall.AIOps.Incidents;

/// <summary>Settings of an <see cref="IncidentTracker"/>.</summary>
public sealed class IncidentOptions
{
    /// <summary>
    /// The belief at which related signals become an incident, in (0, 1]. The belief of several is 1 − ∏(1 − score). Default 0.9.
    /// </summary>
    public double OpenAt { get; init; } = 0.9;

    /// <summary>How long after one signal is over another one can still be related to it. Default 10 minutes.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many dependencies apart related nodes may be, in either direction. 0 relates a node to itself only. Default 2.</summary>
    public int Hops { get; init; } = 2;

    /// <summary>A signal that is neither repeated nor cleared counts as over after this. Default 15 minutes.</summary>
    public TimeSpan SignalTimeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long all signals must be over before the incident is resolved. Default 10 minutes.</summary>
    public TimeSpan ResolveAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long after its end an incident is reopened by one of its signals rather than a new one opened. Default 30 minutes.</summary>
    public TimeSpan ReopenWindow { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>A signal that was raised this often within <see cref="FlapWindow"/> flaps. At least 2. Default 4.</summary>
    public int FlapCount { get; init; } = 4;

    /// <summary>The period for <see cref="FlapCount"/>; a flapping signal is over only once it was silent that long. Default 30 minutes.</summary>
    public TimeSpan FlapWindow { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long before an incident a change can be its cause. Default one hour.</summary>
    public TimeSpan ChangeWindow { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How many entries a timeline keeps; the first and the latest stay. At least 10. Default 200.</summary>
    public int MaxTimeline { get; init; } = 200;

    /// <summary>How many signals are tracked in all and changes remembered; the oldest are dropped. At least 10. Default 2,000.</summary>
    public int MaxSignals { get; init; } = 2000;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(OpenAt);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(OpenAt, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(Hops);
        ArgumentOutOfRangeException.ThrowIfLessThan(FlapCount, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxTimeline, 10);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxSignals, 10);
        foreach (var span in new[] { Window, SignalTimeout, ResolveAfter, ReopenWindow, FlapWindow, ChangeWindow })
            ArgumentOutOfRangeException.ThrowIfLessThan(span, TimeSpan.Zero);
    }
}
