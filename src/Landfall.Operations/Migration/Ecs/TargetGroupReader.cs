using System.Text.Json.Nodes;
using Landfall.Aws;
using Landfall.Aws.Inventory;
using Landfall.Operations.Status;

namespace Landfall.Operations.Migration.Ecs;

/// <summary>Reads target groups with the listener rules that lead to them.</summary>
/// <param name="session">Who calls, and where.</param>
/// <param name="calls">Asks for what a person may not be allowed to see.</param>
/// <param name="stop">Gives up.</param>
internal sealed class TargetGroupReader(AwsSession session, BoundedCalls calls, CancellationToken stop)
{
    private readonly RoutingInventory _routing = new(session);
    private readonly Dictionary<string, IReadOnlyList<(JsonObject Rule, JsonObject Listener, JsonObject Balancer)>> _rules = new(StringComparer.Ordinal);

    /// <summary>Reads one.</summary>
    /// <param name="arn">Its ARN.</param>
    /// <returns>Its settings; null where AWS does not tell.</returns>
    public Task<JsonObject?> ReadAsync(string arn) => calls.AskAsync($"target group {Settings.GroupName(arn)}", () => GroupAsync(arn));

    private async Task<JsonObject?> GroupAsync(string arn)
    {
        if (await _routing.ReadGroupAsync(arn, stop).ConfigureAwait(false) is not { } group)
            return null;
        var attributes = await _routing.ListAttributesAsync(arn, stop).ConfigureAwait(false);
        var rules = new JsonArray();
        foreach (var balancer in (group["LoadBalancerArns"] as JsonArray ?? []).Select(one => (string)one!))
        {
            foreach (var (rule, listener, of) in await RulesAsync(balancer).ConfigureAwait(false))
            {
                if (Targets(rule).Contains(arn))
                    rules.Add((JsonNode)Routing.OfRule(rule, listener, of));
            }
        }

        return Routing.OfGroup(group, attributes, rules);
    }

    private async Task<IReadOnlyList<(JsonObject Rule, JsonObject Listener, JsonObject Balancer)>> RulesAsync(string arn)
    {
        if (_rules.TryGetValue(arn, out var known))
            return known;
        var found = new List<(JsonObject, JsonObject, JsonObject)>();
        if (await _routing.ReadBalancerAsync(arn, stop).ConfigureAwait(false) is { } balancer)
        {
            foreach (var listener in await _routing.ListListenersAsync(arn, stop).ConfigureAwait(false))
            {
                // Only listeners of application load balancers have rules; the others have their default actions.
                var rules = (string?)balancer["Type"] == "application"
                    ? await _routing.ListRulesAsync((string)listener["ListenerArn"]!, stop).ConfigureAwait(false)
                    : [new JsonObject { ["IsDefault"] = "true", ["Actions"] = listener["DefaultActions"]?.DeepClone() }];
                found.AddRange(rules.Select(rule => (rule, listener, balancer)));
            }
        }

        return _rules[arn] = found;
    }

    private static IEnumerable<string?> Targets(JsonObject rule) => (rule["Actions"] as JsonArray ?? []).OfType<JsonObject>()
        .SelectMany(action => (action["ForwardConfig"]?["TargetGroups"] as JsonArray ?? []).Select(group => (string?)group!["TargetGroupArn"]).Append((string?)action["TargetGroupArn"]));
}
