using System.Text.Json.Nodes;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Inventory;

/// <summary>The part of Cloud Map that tells the names by which services find each other.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class DiscoveryInventory(AwsSession session)
{
    private static readonly AwsService Service = new("servicediscovery", "servicediscovery", "SERVICEDISCOVERY", "Route53AutoNaming_v20170314");

    /// <summary>Reads the DNS name of a registry.</summary>
    /// <param name="registry">Its ARN: <c>arn:aws:servicediscovery:…:service/srv-…</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The name, with that of its namespace.</returns>
    public async Task<string> ReadNameAsync(string registry, CancellationToken cancellation)
    {
        var service = (await CallAsync("GetService", new { Id = registry.Split('/')[^1] }, cancellation).ConfigureAwait(false))["Service"];
        var space = (string?)service?["NamespaceId"] ?? (string?)service?["DnsConfig"]?["NamespaceId"];
        var name = (string?)service?["Name"] ?? "";
        return space is null ? name : $"{name}.{(string?)(await CallAsync("GetNamespace", new { Id = space }, cancellation).ConfigureAwait(false))["Namespace"]?["Name"]}";
    }

    private Task<JsonObject> CallAsync(string operation, object request, CancellationToken cancellation) =>
        JsonProtocol.CallAsync<JsonObject>(session, Service, operation, request, cancellation);
}
