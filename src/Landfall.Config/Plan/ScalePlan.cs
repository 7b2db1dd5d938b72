namespace Landfall.Config.Plan;

/// <summary>How the number of tasks of a service follows demand.</summary>
public sealed record ScalePlan
{
    /// <summary>Smallest number of tasks.</summary>
    public required int Min { get; init; }

    /// <summary>Largest number of tasks; equal to <see cref="Min"/> for a fixed number.</summary>
    public required int Max { get; init; }

    /// <summary>Target CPU utilisation in percent, or null.</summary>
    public required int? Cpu { get; init; }

    /// <summary>Target memory utilisation in percent, or null.</summary>
    public required int? Memory { get; init; }

    /// <summary>Target requests per task and minute at the load balancer, or null.</summary>
    public required int? Requests { get; init; }

    /// <summary>Worker: messages per task that scaling aims for, or null.</summary>
    public required int? Backlog { get; init; }

    /// <summary>Worker: steps by visible messages, or empty.</summary>
    public required IReadOnlyList<ScaleStepPlan> Steps { get; init; }

    /// <summary>Changes of the limits at given times.</summary>
    public required IReadOnlyList<ScaleSchedulePlan> Schedules { get; init; }
}
