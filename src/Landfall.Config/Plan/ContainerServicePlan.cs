namespace Landfall.Config.Plan;

/// <summary>What every service that runs containers on Fargate has.</summary>
public abstract record ContainerServicePlan : ServicePlan
{
    /// <summary>The image of the main container.</summary>
    public required ImagePlan Image { get; init; }

    /// <summary>What its tasks are made of.</summary>
    public required TaskPlan Task { get; init; }
}
