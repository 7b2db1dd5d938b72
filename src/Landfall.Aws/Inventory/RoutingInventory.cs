using System.Text.Json.Nodes;
using System.Xml.Linq;
using Landfall.Aws.LoadBalancing;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Inventory;

/// <summary>The part of Elastic Load Balancing that tells which requests go to which target group.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class RoutingInventory(AwsSession session)
{
    /// <summary>Reads a target group.</summary>
    /// <param name="arn">Its ARN.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>It as AWS describes it.</returns>
    public async Task<JsonObject?> ReadGroupAsync(string arn, CancellationToken cancellation) =>
        XmlTree.Members(await CallAsync("DescribeTargetGroups", new() { ["TargetGroupArns.member.1"] = arn }, cancellation).ConfigureAwait(false), "TargetGroups").FirstOrDefault();

    /// <summary>Reads the attributes of a target group.</summary>
    /// <param name="arn">Its ARN.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Each with a <c>Key</c> and a <c>Value</c>.</returns>
    public async Task<IReadOnlyList<JsonObject>> ListAttributesAsync(string arn, CancellationToken cancellation) =>
        [.. XmlTree.Members(await CallAsync("DescribeTargetGroupAttributes", new() { ["TargetGroupArn"] = arn }, cancellation).ConfigureAwait(false), "Attributes")];

    /// <summary>Reads a load balancer.</summary>
    /// <param name="arn">Its ARN.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>It as AWS describes it.</returns>
    public async Task<JsonObject?> ReadBalancerAsync(string arn, CancellationToken cancellation) =>
        XmlTree.Members(await CallAsync("DescribeLoadBalancers", new() { ["LoadBalancerArns.member.1"] = arn }, cancellation).ConfigureAwait(false), "LoadBalancers").FirstOrDefault();

    /// <summary>Lists the listeners of a load balancer.</summary>
    /// <param name="balancer">Its ARN.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Them as AWS describes them.</returns>
    public Task<IReadOnlyList<JsonObject>> ListListenersAsync(string balancer, CancellationToken cancellation) =>
        ListAsync("DescribeListeners", "LoadBalancerArn", balancer, "Listeners", cancellation);

    /// <summary>Lists the rules of a listener of an application load balancer, its default one with them.</summary>
    /// <param name="listener">Its ARN.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Them as AWS describes them.</returns>
    public Task<IReadOnlyList<JsonObject>> ListRulesAsync(string listener, CancellationToken cancellation) =>
        ListAsync("DescribeRules", "ListenerArn", listener, "Rules", cancellation);

    private async Task<IReadOnlyList<JsonObject>> ListAsync(string operation, string key, string value, string list, CancellationToken cancellation)
    {
        var (items, parameters) = (new List<JsonObject>(), new Dictionary<string, string> { [key] = value });
        string? marker;
        do
        {
            var answer = await CallAsync(operation, parameters, cancellation).ConfigureAwait(false);
            items.AddRange(XmlTree.Members(answer, list));
            marker = answer.Elements().Elements("NextMarker").FirstOrDefault()?.Value;
            parameters["Marker"] = marker ?? "";
        }
        while (!string.IsNullOrEmpty(marker));
        return items;
    }

    private Task<XElement> CallAsync(string operation, Dictionary<string, string> parameters, CancellationToken cancellation) =>
        QueryProtocol.CallAsync(session, LoadBalancerClient.Service, operation, parameters, cancellation);
}
