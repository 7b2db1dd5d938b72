using System.Text.Json.Nodes;
using Landfall.Aws.CloudFormation;
using Landfall.Config.Values;
using Landfall.Operations.Changes;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Passes;

namespace Landfall.Transitions.Tests;

/// <summary>
/// A CloudFormation in memory. It creates and replaces before it deletes, resolves SSM parameters when a stack is deployed
/// and at no other time, and refuses a name, a listener's number or a CDN's domain that another resource
/// has, a target group behind two load balancers, and a CDN's domain that its certificate does not cover.
/// </summary>
internal sealed class ModelCloud
{
    private readonly SortedDictionary<string, ModelStack> _stacks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LiveResource> _live = new(StringComparer.Ordinal);
    private readonly List<LiveResource> _gone = [];
    private int _created;

    /// <summary>The environment as the planner reads it.</summary>
    public IReadOnlyList<DeployedStack> Deployed => [.. _stacks.Select(s => new DeployedStack(
        new Stack(s.Key, s.Key, "UPDATE_COMPLETE", null, default, false, s.Value.Outputs, new Dictionary<string, string>(), s.Value.Parameters),
        s.Value.Template))];

    /// <summary>Carries out one operation and checks that nothing refers to what is gone.</summary>
    public void Apply(StackOperation operation)
    {
        if (operation.Template is null)
            Delete(operation.Stack);
        else if (!_stacks.TryGetValue(operation.Stack, out var now) || operation.Forced || !JsonNode.DeepEquals(now.Template, operation.Template))
            Deploy(operation.Stack, operation.Template, now);
        CheckReferences($"after {operation.Pass} {operation.Stack}");
    }

    private void Deploy(string stack, JsonObject template, ModelStack? before)
    {
        var next = new ModelStack(template) { Parameters = Resolve(stack, template) };
        foreach (var id in InOrder(template))
        {
            var resource = template["Resources"]![id]!.AsObject();
            var type = (string)resource["Type"]!;
            var properties = (JsonObject)next.Resolve(resource["Properties"] ?? new JsonObject())!;
            var old = before?.Resources.GetValueOrDefault(id);
            Assert.True(old is null || old.Type == type, $"{stack}: {id} would go from {old?.Type} to {type}, which CloudFormation refuses");
            var replaced = old is null || Replaces(type, old.Properties, properties);
            var live = new LiveResource(stack, id, type, replaced ? $"physical-{++_created:D6}" : old!.Physical, properties);
            Require(live, old);
            _live[live.Physical] = live;
            next.Resources[id] = live;
        }

        next.Complete();
        foreach (var (id, old) in before?.Resources ?? [])
        {
            if (next.Resources.GetValueOrDefault(id)?.Physical != old.Physical)
                Remove(old, before!.Template["Resources"]![id]!);
        }

        _stacks[stack] = next;
    }

    private void Delete(string stack)
    {
        foreach (var (id, resource) in _stacks[stack].Resources)
            Remove(resource, _stacks[stack].Template["Resources"]![id]!);
        _stacks.Remove(stack);
    }

    private void Remove(LiveResource resource, JsonNode definition)
    {
        if ((string?)definition["DeletionPolicy"] is "Retain" or "RetainExceptOnCreate")
            return; // it stays in the account
        _live.Remove(resource.Physical);
        _gone.Add(resource);
    }

    private Dictionary<string, string> Resolve(string stack, JsonObject template)
    {
        var values = _live.Values.Where(r => r.Type == "AWS::SSM::Parameter").ToDictionary(r => r.Name!, r => r.Properties["Value"]!.ToString(), StringComparer.Ordinal);
        return template.Section("Parameters").ToDictionary(
            p => p.Id,
            p => p.Entry["Default"]?.ToString() is { } name && p.Entry["Type"]!.ToString().StartsWith("AWS::SSM::", StringComparison.Ordinal) && !name.StartsWith("/cdk-", StringComparison.Ordinal)
                ? values.GetValueOrDefault(name) ?? throw new Xunit.Sdk.XunitException($"{stack} reads {name}, which nobody publishes")
                : p.Entry["Default"]?.ToString() ?? "",
            StringComparer.Ordinal);
    }

    private static bool Replaces(string type, JsonObject before, JsonObject after) =>
        PropertyTable.Of(type) is { } known && known.CreateOnly.Concat(known.ConditionalCreateOnly.Where(p => p is "Engine" or "KeySchema"))
            .Any(path => !JsonNode.DeepEquals(At(before, path), At(after, path)));

    private static JsonNode? At(JsonNode? node, string path)
    {
        foreach (var part in path.Split('/'))
            node = part == "*" ? node : node is JsonObject map ? map[part] : node is JsonArray list ? new JsonArray([.. list.Select(i => i?[part]?.DeepClone())]) : null;
        return node;
    }

    /// <summary>Requires that what one resource alone may have is free, and that a CDN's certificate is for its domains.</summary>
    private void Require(LiveResource wanted, LiveResource? old)
    {
        // CloudFront Developer Guide, "Requirements for using alternate domain names": InvalidViewerCertificate.
        if (wanted.Properties["DistributionConfig"]?["ViewerCertificate"]?["AcmCertificateArn"]?.ToString() is { } arn && _live.GetValueOrDefault(arn) is { } certificate)
        {
            var names = (certificate.Properties["SubjectAlternativeNames"] as JsonArray ?? []).Append(certificate.Properties["DomainName"]).Select(n => n!.ToString()).ToList();
            Assert.All(Aliases(wanted), alias => Assert.True(names.Exists(n => HostNames.Covers(n, alias)), $"{wanted.Stack}: the certificate of {wanted.LogicalId}, for {string.Join(", ", names)}, does not cover {alias}"));
        }

        foreach (var other in _live.Values.Where(r => r.Type == wanted.Type && r.Physical != wanted.Physical))
        {
            Assert.False(wanted.Name is { } name && other.Name == name, $"{wanted.Stack}: {wanted.LogicalId} wants the name {wanted.Name}, which {other.Stack}/{other.LogicalId} has");
            var isRule = wanted.Type == "AWS::ElasticLoadBalancingV2::ListenerRule" && other.Physical != old?.Physical;
            Assert.False(
                isRule && Same(wanted, other, "ListenerArn") && Same(wanted, other, "Priority"),
                $"{wanted.Stack}: priority {wanted.Properties["Priority"]} is in use by {other.Stack}");
            if (wanted.Type == "AWS::ElasticLoadBalancingV2::ListenerRule" && Groups(wanted).Intersect(Groups(other)).FirstOrDefault() is { } shared)
                Assert.True(Balancer(wanted) == Balancer(other), $"{wanted.Stack}: {shared} would be behind two load balancers");
            if (wanted.Type == "AWS::CloudFront::Distribution")
                Assert.Empty(Aliases(wanted).Intersect(Aliases(other)));
        }
    }

    private static bool Same(LiveResource one, LiveResource other, string property) => JsonNode.DeepEquals(one.Properties[property], other.Properties[property]);

    private static IEnumerable<string> Groups(LiveResource rule) =>
        (rule.Properties["Actions"] as JsonArray ?? []).SelectMany(a => a?["ForwardConfig"]?["TargetGroups"] as JsonArray ?? []).Select(g => g!["TargetGroupArn"]!.ToString());

    private string? Balancer(LiveResource rule) => _live[rule.Properties["ListenerArn"]!.ToString()].Properties["LoadBalancerArn"]?.ToString();

    private static IEnumerable<string> Aliases(LiveResource distribution) =>
        (distribution.Properties["DistributionConfig"]?["Aliases"] as JsonArray ?? []).Select(a => a!.ToString());

    private void CheckReferences(string when)
    {
        var texts = _stacks.Values.SelectMany(s => s.Resources.Values).Select(r => (r, Text: r.Properties.ToJsonString(ModelStack.Plain))).ToList();
        var named = _live.Values.SelectMany(r => r.Handles).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in _gone)
        {
            foreach (var handle in gone.Handles.Where(h => !named.Contains(h)).Append(gone.Physical))
            {
                var reader = texts.Find(t => t.Text.Contains(handle, StringComparison.Ordinal));
                Assert.True(reader.r is null, $"{when}: {reader.r?.Stack}/{reader.r?.LogicalId} still refers to {gone.Stack}/{gone.LogicalId} ({handle}), which is gone");
            }
        }
    }

    private static List<string> InOrder(JsonObject template)
    {
        var resources = template.Section("Resources").ToDictionary(r => r.Id, r => r.Entry, StringComparer.Ordinal);
        var ordered = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in resources.Keys)
            Visit(id);
        return ordered;

        void Visit(string id)
        {
            if (!resources.TryGetValue(id, out var resource) || !seen.Add(id))
                return;
            var waits = resource["DependsOn"] switch
            {
                JsonArray list => list.Select(d => d!.ToString()),
                JsonValue one => [one.ToString()],
                _ => [],
            };
            foreach (var other in waits.Concat(TemplateParts.References(resource["Properties"])))
                Visit(other);
            ordered.Add(id);
        }
    }
}
