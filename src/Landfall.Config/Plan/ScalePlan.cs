namespace Landfall.Config.Plan;

/// <summary>How the number of tasks of a service follows demand.</summary>
public sealed record ScalePlan
{
    /// <summary>Smallest number of tasks.</summary>
    public int Min { get; init; } = 1;

    /// <summary>Largest number of tasks; equal to <see cref="Min"/> for a fixed number.</summary>
    public int Max { get; init; } = 1;

    /// <summary>Target CPU utilisation in percent, or null.</summary>
    public int? Cpu { get; init; }

    /// <summary>Target memory utilisation in percent, or null.</summary>
    public int? Memory { get; init; }

    /// <summary>Target requests per task and minute at the load balancer, or null.</summary>
    public int? Requests { get; init; }

    /// <summary>Worker: messages per task that scaling aims for, or null.</summary>
    public int? Backlog { get; init; }

    /// <summary>Worker: steps by visible messages, or empty.</summary>
    public IReadOnlyList<ScaleStepPlan> Steps { get; init; } = [];

    /// <summary>Changes of the limits at given times.</summary>
    public IReadOnlyList<ScaleSchedulePlan> Schedules { get; init; } = [];
}
