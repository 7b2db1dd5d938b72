namespace Landfall.Aws.Containers;

/// <summary>A service deployment of ECS: a version of a service on its way to replace another.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Service">The service's name.</param>
/// <param name="Status">For example <c>IN_PROGRESS</c> or <c>ROLLBACK_SUCCESSFUL</c>.</param>
/// <param name="Reason">The status in ECS's words; may be empty.</param>
/// <param name="Stage">Where it is, for example <c>BAKE_TIME</c>; empty where ECS does not say.</param>
/// <param name="Started">When it began.</param>
/// <param name="Updated">When it last changed.</param>
public sealed record ServiceRollout(
    string Arn, string Service, string Status, string Reason, string Stage, DateTimeOffset Started, DateTimeOffset Updated)
{
    /// <summary>When it ended; null while it has not.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>Share of the production traffic that the new version has, in percent; null where none is shifted.</summary>
    public double? Traffic { get; init; }

    /// <summary>How long both versions run after the traffic has moved; null where nothing is said of it.</summary>
    public TimeSpan? Bake { get; init; }

    /// <summary>How many tasks have failed, and at how many the circuit breaker ends it; null where there is none.</summary>
    public (int Count, int Threshold)? Failures { get; init; }

    /// <summary>The alarms that have gone off during it and end it.</summary>
    public IReadOnlyList<string> Alarms { get; init; } = [];

    /// <summary>What it waits at; null when it waits for nobody.</summary>
    public PausedRollout? Pause { get; init; }

    /// <summary>True until ECS has done with it.</summary>
    public bool IsAtWork => Status is "PENDING" or "IN_PROGRESS" or "STOP_REQUESTED" or "ROLLBACK_REQUESTED" or "ROLLBACK_IN_PROGRESS";
}
