namespace Landfall.Config.Plan;

/// <summary>A container service that ECS keeps running.</summary>
public abstract record ScaledServicePlan : ContainerServicePlan
{
    /// <summary>How the number of tasks follows demand.</summary>
    public required ScalePlan Scale { get; init; }

    /// <summary>How a new version replaces the old one.</summary>
    public required DeployPlan Deploy { get; init; }

    /// <summary>What runs once before a new version takes over, or null.</summary>
    public required ReleasePlan? Release { get; init; }

    /// <summary>Limits whose breach alarms people and rolls a deployment back.</summary>
    public required AlarmPlan Alarms { get; init; }
}
