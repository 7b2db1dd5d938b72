using System.Text.Json.Nodes;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Containers;

/// <summary>The part of ECS that keeps task definitions.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class TaskDefinitionClient(AwsSession session)
{
    // What DescribeTaskDefinition tells of a task definition and RegisterTaskDefinition takes: ECS API Reference, both.
    private static readonly string[] Given =
    [
        "family", "taskRoleArn", "executionRoleArn", "networkMode", "containerDefinitions", "volumes", "placementConstraints", "requiresCompatibilities",
        "cpu", "memory", "pidMode", "ipcMode", "proxyConfiguration", "inferenceAccelerators", "ephemeralStorage", "runtimePlatform", "enableFaultInjection",
    ];

    /// <summary>Reads a task definition.</summary>
    /// <param name="arn">Its ARN.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>It with its tags, as it can be registered.</returns>
    public async Task<JsonObject> ReadAsync(string arn, CancellationToken cancellation)
    {
        var answer = await CallAsync("DescribeTaskDefinition", new { taskDefinition = arn, include = new[] { "TAGS" } }, cancellation).ConfigureAwait(false);
        var told = answer["taskDefinition"]!.AsObject();
        var definition = new JsonObject();
        foreach (var name in Given.Where(told.ContainsKey))
            definition[name] = told[name]!.DeepClone();
        if (answer["tags"] is JsonArray { Count: > 0 } tags)
            definition["tags"] = tags.DeepClone();
        return definition;
    }

    /// <summary>Registers a revision of a task definition.</summary>
    /// <param name="definition">The task definition.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The revision's ARN.</returns>
    public async Task<string> RegisterAsync(JsonObject definition, CancellationToken cancellation) =>
        TaskReader.Text((await CallAsync("RegisterTaskDefinition", definition, cancellation).ConfigureAwait(false))["taskDefinition"]!, "taskDefinitionArn");

    /// <summary>Withdraws a revision: nothing can be started with it any more, and "existing tasks … continue to run without disruption".</summary>
    /// <param name="arn">Its ARN.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The end of it.</returns>
    public Task DeregisterAsync(string arn, CancellationToken cancellation) => CallAsync("DeregisterTaskDefinition", new { taskDefinition = arn }, cancellation);

    private Task<JsonObject> CallAsync(string operation, object request, CancellationToken cancellation) =>
        JsonProtocol.CallAsync<JsonObject>(session, ContainerServiceClient.Service, operation, request, cancellation);
}
