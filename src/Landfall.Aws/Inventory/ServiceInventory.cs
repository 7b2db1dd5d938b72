using System.Text.Json.Nodes;
using Landfall.Aws.Containers;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Inventory;

/// <summary>The part of ECS that tells everything that was set of services and task definitions.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class ServiceInventory(AwsSession session)
{
    // ECS API Reference: DescribeServices takes ten services; ListServices and ListClusters give a hundred at most.
    private const int MostServices = 10;
    private const int PageSize = 100;

    /// <summary>Lists the clusters of the account in the region.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Their names.</returns>
    public async Task<IReadOnlyList<string>> ListClustersAsync(CancellationToken cancellation) =>
        [.. (await Pages.ReadAsync("clusterArns", "nextToken", next => CallAsync("ListClusters", new { maxResults = PageSize, nextToken = next }, cancellation)).ConfigureAwait(false))
            .Select(arn => ((string)arn!).Split('/')[^1]).Order(StringComparer.Ordinal)];

    /// <summary>Reads the services of a cluster.</summary>
    /// <param name="cluster">Its name or ARN.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The active ones as ECS describes them, with tags, by name.</returns>
    /// <exception cref="AwsException">There is no such cluster.</exception>
    public async Task<IReadOnlyList<JsonObject>> ListServicesAsync(string cluster, CancellationToken cancellation)
    {
        var arns = await Pages.ReadAsync("serviceArns", "nextToken", next => CallAsync("ListServices", new { cluster, maxResults = PageSize, nextToken = next }, cancellation)).ConfigureAwait(false);
        var services = new List<JsonObject>();
        foreach (var some in arns.Select(arn => (string)arn!).Chunk(MostServices))
        {
            var answer = await CallAsync("DescribeServices", new { cluster, services = some, include = new[] { "TAGS" } }, cancellation).ConfigureAwait(false);
            services.AddRange(TaskReader.Items(answer, "services").Where(service => TaskReader.Text(service, "status") == "ACTIVE"));
        }

        return [.. services.OrderBy(service => TaskReader.Text(service, "serviceName"), StringComparer.Ordinal)];
    }

    /// <summary>Reads a task definition.</summary>
    /// <param name="name">Its ARN, or a family for the latest of it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>It as ECS describes it.</returns>
    public async Task<JsonObject?> ReadTaskDefinitionAsync(string name, CancellationToken cancellation) =>
        (await CallAsync("DescribeTaskDefinition", new { taskDefinition = name }, cancellation).ConfigureAwait(false))["taskDefinition"] as JsonObject;

    private Task<JsonObject> CallAsync(string operation, object request, CancellationToken cancellation) =>
        JsonProtocol.CallAsync<JsonObject>(session, ContainerServiceClient.Service, operation, request, cancellation);
}
