using System.Text.Json.Nodes;
using Landfall.Aws.Protocols;
using Landfall.Aws.Scaling;

namespace Landfall.Aws.Inventory;

/// <summary>The part of Application Auto Scaling that tells how the number of a service's tasks moves.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class ScalingInventory(AwsSession session)
{
    /// <summary>Reads the limits of the services of a region.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Them as AWS describes them, each with the <c>ResourceId</c> of its service.</returns>
    public Task<IReadOnlyList<JsonNode>> ListTargetsAsync(CancellationToken cancellation) => ListAsync("DescribeScalableTargets", "ScalableTargets", cancellation);

    /// <summary>Reads what moves the numbers of tasks.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The policies as AWS describes them, each with the <c>ResourceId</c> of its service.</returns>
    public Task<IReadOnlyList<JsonNode>> ListPoliciesAsync(CancellationToken cancellation) => ListAsync("DescribeScalingPolicies", "ScalingPolicies", cancellation);

    /// <summary>Reads what changes the limits at given times.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The actions as AWS describes them, each with the <c>ResourceId</c> of its service.</returns>
    public Task<IReadOnlyList<JsonNode>> ListScheduledAsync(CancellationToken cancellation) => ListAsync("DescribeScheduledActions", "ScheduledActions", cancellation);

    private Task<IReadOnlyList<JsonNode>> ListAsync(string operation, string list, CancellationToken cancellation) => Pages.ReadAsync(
        list,
        "NextToken",
        next => JsonProtocol.CallAsync<JsonObject>(session, ScalingClient.Service, operation, new { ServiceNamespace = "ecs", NextToken = next }, cancellation));
}
