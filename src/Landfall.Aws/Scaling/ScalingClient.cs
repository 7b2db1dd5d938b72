using System.Text.Json.Nodes;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Scaling;

/// <summary>The part of Application Auto Scaling that holds the limits between which a service's number of tasks moves.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class ScalingClient(AwsSession session)
{
    private const string Namespace = "ecs";
    private const string Dimension = "ecs:service:DesiredCount";

    internal static readonly AwsService Service = new("application-autoscaling", "application-autoscaling", "APPLICATION_AUTO_SCALING", "AnyScaleFrontendService");

    /// <summary>
    /// Sets the limits of a service that has some. What else was registered stays: "You can update a scalable target by calling this API
    /// operation again … Any parameters that you don't specify are not changed" (Application Auto Scaling API Reference, RegisterScalableTarget).
    /// </summary>
    /// <param name="cluster">The service's cluster.</param>
    /// <param name="service">Its name.</param>
    /// <param name="least">Smallest number of tasks, from 0.</param>
    /// <param name="most">Largest number of tasks.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The end of it.</returns>
    public Task SetLimitsAsync(string cluster, string service, int least, int most, CancellationToken cancellation) =>
        JsonProtocol.CallAsync<JsonObject>(
            session,
            Service,
            "RegisterScalableTarget",
            new { ServiceNamespace = Namespace, ScalableDimension = Dimension, ResourceId = $"service/{cluster}/{service}", MinCapacity = least, MaxCapacity = most },
            cancellation);

    /// <summary>Reads the limits of a service.</summary>
    /// <param name="cluster">The service's cluster.</param>
    /// <param name="service">Its name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The limits; null where it has none.</returns>
    public async Task<ScalingLimits?> FindLimitsAsync(string cluster, string service, CancellationToken cancellation)
    {
        var answer = await JsonProtocol.CallAsync<JsonObject>(
            session,
            Service,
            "DescribeScalableTargets",
            new { ServiceNamespace = Namespace, ScalableDimension = Dimension, ResourceIds = new[] { $"service/{cluster}/{service}" } },
            cancellation).ConfigureAwait(false);
        return (answer["ScalableTargets"] as JsonArray)?.FirstOrDefault() is { } target
            ? new ScalingLimits((int?)target["MinCapacity"] ?? 0, (int?)target["MaxCapacity"] ?? 0, target["SuspendedState"] is JsonObject state && state.All(part => (bool?)part.Value == true))
            : null;
    }

    /// <summary>
    /// Suspends whatever moves a service's number of tasks, or lets it go on; the limits stay (Application Auto Scaling User Guide,
    /// "Suspend and resume scaling").
    /// </summary>
    /// <param name="cluster">The service's cluster.</param>
    /// <param name="service">Its name.</param>
    /// <param name="suspended">True to suspend it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The end of it.</returns>
    public Task SetSuspendedAsync(string cluster, string service, bool suspended, CancellationToken cancellation) =>
        JsonProtocol.CallAsync<JsonObject>(
            session,
            Service,
            "RegisterScalableTarget",
            new
            {
                ServiceNamespace = Namespace,
                ScalableDimension = Dimension,
                ResourceId = $"service/{cluster}/{service}",
                SuspendedState = new { DynamicScalingInSuspended = suspended, DynamicScalingOutSuspended = suspended, ScheduledScalingSuspended = suspended },
            },
            cancellation);
}
