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
        var listed = await CallAsync("ListServiceDeployments", new { cluster, service, status = new[] { "IN_PROGRESS" } }, cancellation).ConfigureAwait(false);
        string[] deployments = [.. TaskReader.Items(listed, "serviceDeployments").Select(d => TaskReader.Text(d, "serviceDeploymentArn"))];
        if (deployments.Length == 0)
            return null;
        var described = await CallAsync("DescribeServiceDeployments", new { serviceDeploymentArns = deployments }, cancellation).ConfigureAwait(false);
        var waiting = from deployment in TaskReader.Items(described, "serviceDeployments")
                      from hook in TaskReader.Items(deployment, "lifecycleHookDetails")
                      where TaskReader.Text(hook, "targetType") == "PAUSE" && TaskReader.Text(hook, "status") == "AWAITING_ACTION"
                      select new PausedRollout(
                          TaskReader.Text(deployment, "serviceDeploymentArn"),
                          TaskReader.Text(hook, "hookId"),
                          TaskReader.Text(deployment, "lifecycleStage"),
                          (double?)hook["expiresAt"] is { } seconds ? DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)) : null,
                          TaskReader.Text(hook, "timeoutAction"));
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

    private Task<JsonObject> CallAsync(string operation, object request, CancellationToken cancellation) =>
        JsonProtocol.CallAsync<JsonObject>(session, ContainerServiceClient.Service, operation, request, cancellation);
}
