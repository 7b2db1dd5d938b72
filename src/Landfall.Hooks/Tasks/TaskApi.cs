using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Landfall.Hooks.Aws;
using Landfall.Hooks.Runtime;

namespace Landfall.Hooks.Tasks;

/// <summary>The part of ECS that runs a task by itself.</summary>
/// <param name="aws">Calls AWS.</param>
/// <param name="settings">The cluster.</param>
internal sealed class TaskApi(AwsClient aws, FunctionSettings settings)
{
    private const string Version = "AmazonEC2ContainerServiceV20141113";
    private const int TooMany = 429;
    private const int ServerFault = 500;

    /// <summary>Starts a task.</summary>
    /// <param name="request">What with.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>Its ARN.</returns>
    /// <exception cref="TaskRefusedException">ECS did not start it.</exception>
    public async Task<string> RunAsync(RunTaskRequest request, CancellationToken stop)
    {
        try
        {
            var answer = await CallAsync("RunTask", request, HookJson.Default.RunTaskRequest, stop).ConfigureAwait(false);
            if (answer.Tasks is [{ } task, ..])
                return task.TaskArn;

            // "Tasks that could not be run": the request itself has succeeded. It is capacity that lacks, mostly for a moment.
            var reasons = (answer.Failures ?? []).Select(failure => $"{failure.Reason} {failure.Detail}".Trim());
            throw new TaskRefusedException($"ECS started no task: {string.Join("; ", reasons.DefaultIfEmpty("no reason was given"))}") { IsPassing = true, StartedNothing = true };
        }
        catch (AwsRefusedException e) when (Read(e) is { Name: "ConflictException", ResourceIds: [{ } started, ..] })
        {
            // "The resourceIds are the existing task ARNs which are already associated with the clientToken": started by a call
            // whose answer nobody got, when the load balancer had another address.
            return started;
        }
        catch (AwsRefusedException e)
        {
            throw Refused("RunTask", e);
        }
    }

    /// <summary>Looks at a task.</summary>
    /// <param name="task">Its ARN.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The task; null where ECS does not know it, as it may for a moment after its start.</returns>
    /// <exception cref="TaskRefusedException">ECS did not tell.</exception>
    public async Task<TasksAnswer.OneTask?> FindAsync(string task, CancellationToken stop)
    {
        try
        {
            var answer = await CallAsync("DescribeTasks", new DescribeTasksRequest(settings.Cluster, [task]), HookJson.Default.DescribeTasksRequest, stop).ConfigureAwait(false);
            return answer.Tasks?.FirstOrDefault();
        }
        catch (AwsRefusedException e)
        {
            throw Refused("DescribeTasks", e);
        }
    }

    /// <summary>Tells a task to end.</summary>
    /// <param name="task">Its ARN.</param>
    /// <param name="reason">Why.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="TaskRefusedException">ECS did not.</exception>
    public async Task StopAsync(string task, string reason, CancellationToken stop)
    {
        try
        {
            await CallAsync("StopTask", new StopTaskRequest(settings.Cluster, task, reason), HookJson.Default.StopTaskRequest, stop).ConfigureAwait(false);
        }
        catch (AwsRefusedException e)
        {
            throw Refused("StopTask", e);
        }
    }

    private async Task<TasksAnswer> CallAsync<T>(string operation, T request, JsonTypeInfo<T> type, CancellationToken stop)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(request, type);
        var (answer, _) = await aws.PostAsync("ecs", "/", "application/x-amz-json-1.1", body, stop, $"{Version}.{operation}").ConfigureAwait(false);
        return JsonSerializer.Deserialize(answer, HookJson.Default.TasksAnswer) ?? throw new JsonException($"ECS answered nothing to {operation}.");
    }

    private static TaskRefusedException Refused(string operation, AwsRefusedException e)
    {
        var refusal = Read(e);
        var passing = e.Status >= ServerFault || e.Status == TooMany || refusal?.Name is "ThrottlingException" or "ServerException";
        var action = refusal?.Name == "AccessDeniedException" ? $" Its role 'CheckHookRole' needs the action ecs:{operation}." : "";
        return new TaskRefusedException($"ECS refused {operation}: {(refusal is { Name.Length: > 0 } ? $"{refusal.Name}: {refusal.Message}" : e.Message)}{action}") { IsPassing = passing };
    }

    private static TaskRefusal? Read(AwsRefusedException e)
    {
        try
        {
            return JsonSerializer.Deserialize(e.Body, HookJson.Default.TaskRefusal);
        }
        catch (JsonException)
        {
            return null; // not ECS's own: a proxy's or a load balancer's
        }
    }
}
