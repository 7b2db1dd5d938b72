namespace Landfall.Config.Plan;

/// <summary>A service that consumes a queue.</summary>
public sealed record WorkerServicePlan : ScaledServicePlan
{
    /// <summary>The queue it consumes.</summary>
    public required string Queue { get; init; }
}
