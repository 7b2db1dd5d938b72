using System.Text.Json.Nodes;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Containers;

/// <summary>The part of ECS that tells of services and why their tasks end, and sets how many of them run.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class ContainerServiceClient(AwsSession session)
{
    // ECS describes this many tasks at once (API Reference, DescribeTasks), and lists the same number in a page here.
    private const int MostTasks = 100;

    internal static readonly AwsService Service = new("ecs", "ecs", "ECS", "AmazonEC2ContainerServiceV20141113");

    /// <summary>Finds a service.</summary>
    /// <param name="cluster">Its cluster.</param>
    /// <param name="service">Its name or ARN.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The service; null when there is none.</returns>
    public async Task<RunningService?> FindServiceAsync(string cluster, string service, CancellationToken cancellation)
    {
        var answer = await CallAsync("DescribeServices", new { cluster, services = new[] { service } }, cancellation).ConfigureAwait(false);
        return TaskReader.Items(answer, "services").FirstOrDefault(found => TaskReader.Text(found, "status") != "INACTIVE") is { } found ? TaskReader.Service(found) : null;
    }

    /// <summary>Sets how many tasks a service is to run; nothing else of it changes, and no deployment starts.</summary>
    /// <param name="cluster">Its cluster.</param>
    /// <param name="service">Its name.</param>
    /// <param name="count">How many, from 0.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The end of it.</returns>
    public Task SetDesiredCountAsync(string cluster, string service, int count, CancellationToken cancellation) =>
        CallAsync("UpdateService", new { cluster, service, desiredCount = count }, cancellation);

    /// <summary>
    /// Replaces the tasks of a service by new ones of the same version, by the rules of its rollouts: "start a new deployment with no
    /// service definition changes" (ECS API Reference, UpdateService, <c>forceNewDeployment</c>).
    /// </summary>
    /// <param name="cluster">Its cluster.</param>
    /// <param name="service">Its name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The end of it.</returns>
    public Task RestartAsync(string cluster, string service, CancellationToken cancellation) =>
        CallAsync("UpdateService", new { cluster, service, forceNewDeployment = true }, cancellation);

    /// <summary>Lists the tasks of a service that have ended; ECS remembers them for about an hour.</summary>
    /// <param name="cluster">Its cluster.</param>
    /// <param name="service">Its name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Up to a hundred tasks, the last one first.</returns>
    public async Task<IReadOnlyList<StoppedTask>> ListStoppedAsync(string cluster, string service, CancellationToken cancellation)
    {
        var listed = await CallAsync(
            "ListTasks", new { cluster, serviceName = service, desiredStatus = "STOPPED", maxResults = MostTasks }, cancellation).ConfigureAwait(false);
        var tasks = (listed["taskArns"] as JsonArray ?? []).Select(arn => (string)arn!).ToArray();
        if (tasks.Length == 0)
            return [];
        var described = await CallAsync("DescribeTasks", new { cluster, tasks }, cancellation).ConfigureAwait(false);
        return [.. TaskReader.Items(described, "tasks").Where(t => TaskReader.Text(t, "lastStatus") == "STOPPED").Select(TaskReader.Stopped).OrderByDescending(t => t.Created)];
    }

    /// <summary>Reads where the containers of a task definition write their logs.</summary>
    /// <param name="taskDefinition">Its ARN.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Those that write to CloudWatch Logs.</returns>
    public async Task<IReadOnlyList<ContainerLog>> ListLogsAsync(string taskDefinition, CancellationToken cancellation)
    {
        var answer = await CallAsync("DescribeTaskDefinition", new { taskDefinition }, cancellation).ConfigureAwait(false);
        return
        [
            .. from container in TaskReader.Items(answer["taskDefinition"], "containerDefinitions")
               let options = container["logConfiguration"]?["options"]
               where options?["awslogs-group"] is not null && options["awslogs-stream-prefix"] is not null
               select new ContainerLog(TaskReader.Text(container, "name"), TaskReader.Text(options, "awslogs-group"), TaskReader.Text(options, "awslogs-stream-prefix")),
        ];
    }

    /// <summary>Reads what the containers of a task definition get as their environment.</summary>
    /// <param name="taskDefinition">Its ARN.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Each container's variables.</returns>
    public async Task<IReadOnlyList<ContainerVariables>> ListVariablesAsync(string taskDefinition, CancellationToken cancellation)
    {
        var answer = await CallAsync("DescribeTaskDefinition", new { taskDefinition }, cancellation).ConfigureAwait(false);
        return
        [
            .. TaskReader.Items(answer["taskDefinition"], "containerDefinitions").Select(container => new ContainerVariables(
                TaskReader.Text(container, "name"),
                TaskReader.Items(container, "environment").ToDictionary(one => TaskReader.Text(one, "name"), one => TaskReader.Text(one, "value"), StringComparer.Ordinal),
                TaskReader.Items(container, "secrets").ToDictionary(one => TaskReader.Text(one, "name"), one => TaskReader.Text(one, "valueFrom"), StringComparer.Ordinal))),
        ];
    }

    private Task<JsonObject> CallAsync(string operation, object request, CancellationToken cancellation) =>
        JsonProtocol.CallAsync<JsonObject>(session, Service, operation, request, cancellation);
}
