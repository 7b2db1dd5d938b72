using System.Text.Json.Nodes;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Containers;

/// <summary>The part of ECS that runs a task by itself.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class TaskClient(AwsSession session)
{
    /// <summary>Starts a task on Fargate.</summary>
    /// <param name="start">What it is started with.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Its ARN.</returns>
    /// <exception cref="AwsException">ECS did not start it. What it tells as a failure, not as an error, has the code <c>TaskNotStarted</c>.</exception>
    public async Task<string> StartAsync(TaskStart start, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(start);
        var answer = await CallAsync(
            "RunTask",
            new
            {
                cluster = start.Cluster,
                taskDefinition = start.TaskDefinition,
                count = 1,
                startedBy = start.StartedBy,
                clientToken = start.Token,
                propagateTags = "TASK_DEFINITION",
                enableECSManagedTags = true,
                overrides = start.Override?.ToJson(),

                // Not on Spot, whatever the service: nobody is to take it back half-way.
                capacityProviderStrategy = new[] { new { capacityProvider = "FARGATE", weight = 1 } },
                networkConfiguration = new
                {
                    awsvpcConfiguration = new { subnets = start.Subnets, securityGroups = start.SecurityGroups, assignPublicIp = "DISABLED" },
                },
            },
            cancellation).ConfigureAwait(false);
        if (TaskReader.Items(answer, "tasks").FirstOrDefault() is { } task)
            return TaskReader.Text(task, "taskArn");

        // "Tasks that could not be run": ECS API Reference, RunTask, failures; the request itself has succeeded.
        var failures = TaskReader.Items(answer, "failures").Select(f => $"{TaskReader.Text(f, "reason")} {TaskReader.Text(f, "detail")}".Trim());
        throw new AwsException("ecs", "RunTask", "TaskNotStarted", string.Join("; ", failures.DefaultIfEmpty("no reason was given.")), System.Net.HttpStatusCode.OK);
    }

    /// <summary>Finds a task; ECS remembers one that has ended for about an hour.</summary>
    /// <param name="cluster">Its cluster.</param>
    /// <param name="task">Its ARN.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The task; null when ECS does not know it.</returns>
    public async Task<OneTask?> FindAsync(string cluster, string task, CancellationToken cancellation) =>
        (await DescribeAsync(cluster, [task], cancellation).ConfigureAwait(false)).FirstOrDefault();

    /// <summary>Lists the tasks of a family that run, or are about to.</summary>
    /// <param name="cluster">Their cluster.</param>
    /// <param name="family">The family of their task definitions.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Up to a hundred tasks.</returns>
    public async Task<IReadOnlyList<OneTask>> ListRunningAsync(string cluster, string family, CancellationToken cancellation)
    {
        var listed = await CallAsync("ListTasks", new { cluster, family, desiredStatus = "RUNNING" }, cancellation).ConfigureAwait(false);
        string[] tasks = [.. (listed["taskArns"] as JsonArray ?? []).Select(arn => (string)arn!)];
        return tasks.Length == 0 ? [] : await DescribeAsync(cluster, tasks, cancellation).ConfigureAwait(false);
    }

    /// <summary>Tells a task to end.</summary>
    /// <param name="cluster">Its cluster.</param>
    /// <param name="task">Its ARN.</param>
    /// <param name="reason">Why, in at most 255 characters.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task StopAsync(string cluster, string task, string reason, CancellationToken cancellation) =>
        CallAsync("StopTask", new { cluster, task, reason }, cancellation);

    private async Task<IReadOnlyList<OneTask>> DescribeAsync(string cluster, string[] tasks, CancellationToken cancellation)
    {
        var described = await CallAsync("DescribeTasks", new { cluster, tasks }, cancellation).ConfigureAwait(false);
        return
        [
            .. TaskReader.Items(described, "tasks").Select(t => new OneTask(
                TaskReader.Text(t, "taskArn"),
                TaskReader.Text(t, "taskDefinitionArn"),
                TaskReader.Text(t, "lastStatus") == "STOPPED" ? TaskReader.Stopped(t) : null)
            {
                Status = TaskReader.Text(t, "lastStatus"),
            }),
        ];
    }

    private Task<JsonObject> CallAsync(string operation, object request, CancellationToken cancellation) =>
        JsonProtocol.CallAsync<JsonObject>(session, ContainerServiceClient.Service, operation, request, cancellation);
}
