using System.Text.Json.Nodes;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Containers;

/// <summary>The part of ECS that tells of the deployments of services, and lets one that waits go on.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class RolloutClient(AwsSession session)
{
    /// <summary>Finds the pause that a service's deployment has come to.</summary>
    /// <param name="cluster">The service's cluster.</param>
    /// <param name="service">Its name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The pause; null when nothing waits.</returns>
    public async Task<PausedRollout?> FindPausedAsync(string cluster, string service, CancellationToken cancellation)
    {
        var waiting = (await RunningAsync(cluster, service, cancellation).ConfigureAwait(false)).SelectMany(RolloutReader.Pauses);
        return waiting.FirstOrDefault();
    }

    /// <summary>Lets a deployment that waits go on, or takes it back.</summary>
    /// <param name="rollout">What it waits at.</param>
    /// <param name="goesOn">True to go on, false to roll back.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task DecideAsync(PausedRollout rollout, bool goesOn, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rollout);
        var request = new { serviceDeploymentArn = rollout.Deployment, hookId = rollout.Hook, action = goesOn ? "CONTINUE" : "ROLLBACK" };
        return CallAsync("ContinueServiceDeployment", request, cancellation);
    }

    /// <summary>Finds the deployment of a service that moves traffic from one version to another.</summary>
    /// <param name="cluster">The service's cluster.</param>
    /// <param name="service">Its name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The deployment; null when none runs, or there is no version before it.</returns>
    public async Task<TrafficShift?> FindShiftAsync(string cluster, string service, CancellationToken cancellation)
    {
        var deployment = (await RunningAsync(cluster, service, cancellation).ConfigureAwait(false)).FirstOrDefault();
        if (deployment?["targetServiceRevision"] is not JsonObject target)
            return null;
        var after = TaskReader.Text(target, "arn");
        string[] before = [.. TaskReader.Items(deployment, "sourceServiceRevisions").Select(r => TaskReader.Text(r, "arn")).Where(arn => arn != after)];
        if (before.Length == 0)
            return null;
        var described = await CallAsync("DescribeServiceRevisions", new { serviceRevisionArns = before.Append(after).ToArray() }, cancellation).ConfigureAwait(false);
        var groups = TaskReader.Items(described, "serviceRevisions").ToLookup(r => TaskReader.Text(r, "serviceRevisionArn"), Groups);
        return new TrafficShift(
            TaskReader.Text(deployment, "serviceDeploymentArn"),
            DateTimeOffset.FromUnixTimeMilliseconds((long)(((double?)deployment["startedAt"] ?? (double?)deployment["createdAt"] ?? 0) * 1000)),
            (double?)target["requestedProductionTrafficWeight"] ?? 0,
            [.. groups[after].SelectMany(g => g)],
            [.. before.SelectMany(arn => groups[arn]).SelectMany(g => g).Distinct()]);
    }

    /// <summary>Ends a deployment, and takes the service back to its version before.</summary>
    /// <param name="deployment">The ARN of the deployment, which is in progress.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task RollBackAsync(string deployment, CancellationToken cancellation) =>
        CallAsync("StopServiceDeployment", new { serviceDeploymentArn = deployment, stopType = "ROLLBACK" }, cancellation);

    private static IEnumerable<ServedGroup> Groups(JsonObject revision) =>
        TaskReader.Items(revision["resolvedConfiguration"], "loadBalancers")
            .Select(b => ServedGroup.Of(TaskReader.Text(b, "targetGroupArn"), TaskReader.Text(b, "productionListenerRule"))).OfType<ServedGroup>();

    private async Task<IReadOnlyList<JsonObject>> RunningAsync(string cluster, string service, CancellationToken cancellation)
    {
        var listed = await CallAsync("ListServiceDeployments", new { cluster, service, status = new[] { "IN_PROGRESS" } }, cancellation).ConfigureAwait(false);
        string[] deployments = [.. TaskReader.Items(listed, "serviceDeployments").Select(d => TaskReader.Text(d, "serviceDeploymentArn"))];
        if (deployments.Length == 0)
            return [];
        var described = await CallAsync("DescribeServiceDeployments", new { serviceDeploymentArns = deployments }, cancellation).ConfigureAwait(false);
        return [.. TaskReader.Items(described, "serviceDeployments")];
    }

    private Task<JsonObject> CallAsync(string operation, object request, CancellationToken cancellation) =>
        JsonProtocol.CallAsync<JsonObject>(session, ContainerServiceClient.Service, operation, request, cancellation);
}
