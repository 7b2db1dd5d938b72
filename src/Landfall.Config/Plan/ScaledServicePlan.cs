namespace Landfall.Config.Plan;

/// <summary>A container service that ECS keeps running.</summary>
public abstract record ScaledServicePlan : ContainerServicePlan
{
    /// <summary>How the number of tasks follows demand.</summary>
    public ScalePlan Scale { get; init; } = new();

    /// <summary>How a new version replaces the old one.</summary>
    public DeployPlan Deploy { get; init; } = new(DeployStrategy.Rolling, TimeSpan.Zero, 10, TimeSpan.FromMinutes(1));

    /// <summary>Limits whose breach alarms people and rolls a deployment back.</summary>
    public AlarmPlan Alarms { get; init; } = new(null, null, null, true);
}
