using System.Text.Json.Nodes;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Containers;

/// <summary>The part of ECS that tells how all services of a cluster are, in few requests.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class ClusterClient(AwsSession session)
{
    // ECS API Reference: DescribeServices takes ten services, DescribeTasks a hundred tasks, DescribeServiceDeployments twenty.
    private const int MostServices = 10;
    private const int MostTasks = 100;
    private const int MostRollouts = 20;

    /// <summary>Describes services.</summary>
    /// <param name="cluster">Their cluster.</param>
    /// <param name="names">Their names.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Those that are there, in no order; none where the cluster is gone.</returns>
    public async Task<IReadOnlyList<RunningService>> ListServicesAsync(string cluster, IEnumerable<string> names, CancellationToken cancellation)
    {
        var answers = await Task.WhenAll(names.Chunk(MostServices).Select(services =>
            CallAsync("DescribeServices", new { cluster, services }, cancellation))).ConfigureAwait(false);
        return [.. answers.SelectMany(a => TaskReader.Items(a, "services")).Where(s => TaskReader.Text(s, "status") != "INACTIVE").Select(TaskReader.Service)];
    }

    /// <summary>Lists the tasks of a cluster that have not ended.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The tasks, in no order.</returns>
    public async Task<IReadOnlyList<RunningTask>> ListRunningAsync(string cluster, CancellationToken cancellation) =>
        [.. (await ListAsync(cluster, "RUNNING", cancellation).ConfigureAwait(false)).Where(t => TaskReader.Text(t, "lastStatus") != "STOPPED").Select(TaskReader.Running)];

    /// <summary>Lists the tasks of a cluster that have ended; ECS remembers them for about an hour.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The tasks, the last one first.</returns>
    public async Task<IReadOnlyList<StoppedTask>> ListStoppedAsync(string cluster, CancellationToken cancellation) =>
    [
        .. (await ListAsync(cluster, "STOPPED", cancellation).ConfigureAwait(false))
            .Where(t => TaskReader.Text(t, "lastStatus") == "STOPPED").Select(TaskReader.Stopped).OrderByDescending(t => t.Created),
    ];

    /// <summary>Lists the service deployments of a service.</summary>
    /// <param name="cluster">Its cluster.</param>
    /// <param name="service">Its name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The last twenty at most, the last first; ECS remembers them for ninety days.</returns>
    public async Task<IReadOnlyList<ServiceRollout>> ListRolloutsAsync(string cluster, string service, CancellationToken cancellation)
    {
        var listed = await CallAsync("ListServiceDeployments", new { cluster, service, maxResults = MostRollouts }, cancellation).ConfigureAwait(false);
        var arns = TaskReader.Items(listed, "serviceDeployments").Select(d => TaskReader.Text(d, "serviceDeploymentArn")).ToList();
        return [.. (await DescribeRolloutsAsync(arns, cancellation).ConfigureAwait(false)).OrderByDescending(r => r.Started)];
    }

    /// <summary>Describes service deployments.</summary>
    /// <param name="arns">Their ARNs.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Those that ECS knows, in no order.</returns>
    public async Task<IReadOnlyList<ServiceRollout>> DescribeRolloutsAsync(IReadOnlyCollection<string> arns, CancellationToken cancellation)
    {
        var answers = await Task.WhenAll(arns.Chunk(MostRollouts).Select(some =>
            CallAsync("DescribeServiceDeployments", new { serviceDeploymentArns = some }, cancellation))).ConfigureAwait(false);
        return [.. answers.SelectMany(a => TaskReader.Items(a, "serviceDeployments")).Select(RolloutReader.Rollout)];
    }

    private async Task<IReadOnlyList<JsonObject>> ListAsync(string cluster, string status, CancellationToken cancellation)
    {
        var tasks = new List<JsonObject>();
        string? next = null;
        do
        {
            var listed = await CallAsync("ListTasks", new { cluster, desiredStatus = status, maxResults = MostTasks, nextToken = next }, cancellation).ConfigureAwait(false);
            string[] arns = [.. (listed["taskArns"] as JsonArray ?? []).Select(arn => (string)arn!)];
            if (arns.Length > 0)
                tasks.AddRange(TaskReader.Items(await CallAsync("DescribeTasks", new { cluster, tasks = arns }, cancellation).ConfigureAwait(false), "tasks"));
            next = (string?)listed["nextToken"];
        }
        while (next is not null);
        return tasks;
    }

    private async Task<JsonObject> CallAsync(string operation, object request, CancellationToken cancellation)
    {
        try
        {
            return await JsonProtocol.CallAsync<JsonObject>(session, ContainerServiceClient.Service, operation, request, cancellation).ConfigureAwait(false);
        }
        catch (AwsException e) when (e.Code is "ClusterNotFoundException" or "ServiceNotFoundException")
        {
            return []; // not deployed, half deleted: nothing of it is there
        }
    }
}
