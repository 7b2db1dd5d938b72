using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Comparison;

namespace Landfall.Operations.Changes.Rules;

/// <summary>Load balancers, the CDN, DNS.</summary>
internal static class TrafficRules
{
    private const string Topic = "Ways in";

    /// <summary>The rules.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        new(Topic, "`path` or `host`, so that some requests no longer match", EffectKind.Interrupts, "Those requests go elsewhere.",
            "Elastic Load Balancing, Listener rules for your Application Load Balancer", ["AWS::ElasticLoadBalancingV2::ListenerRule"], LostRequests),
        new(Topic, "A target group that is replaced", EffectKind.Interrupts, "Its place is taken by an empty one until tasks are registered.",
            "CloudFormation, AWS::ElasticLoadBalancingV2::TargetGroup", ["AWS::ElasticLoadBalancingV2::TargetGroup"], EmptyTargets),
        new(Topic, "The port or the protocol of a listener", EffectKind.Interrupts, "Who comes the old way finds nobody.",
            "CloudFormation, AWS::ElasticLoadBalancingV2::Listener", ["AWS::ElasticLoadBalancingV2::Listener"], OtherPort),
        new(Topic, "A domain name, taken from the CDN", EffectKind.Interrupts, "The name is answered no more.",
            "CloudFormation, AWS::CloudFront::Distribution, Aliases", ["AWS::CloudFront::Distribution"], LostAliases),
        new(Topic, "The CDN, off", EffectKind.Interrupts, "Nobody is answered.",
            "CloudFormation, AWS::CloudFront::Distribution, Enabled", ["AWS::CloudFront::Distribution"], Disabled),
        new(Topic, "A CDN's behaviour, removed", EffectKind.Interrupts, "Those requests go elsewhere.",
            "CloudFormation, AWS::CloudFront::Distribution, CacheBehaviors", ["AWS::CloudFront::Distribution"], LostBehaviours),
        new(Topic, "The load balancer's subnets, fewer", EffectKind.Interrupts, "Connections through the zones that go break.",
            "Elastic Load Balancing, Update the Availability Zones for your Application Load Balancer", ["AWS::ElasticLoadBalancingV2::LoadBalancer"], FewerZones),
    ];

    private static IEnumerable<Finding> LostRequests(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action is not (ResourceAction.Modify or ResourceAction.Replace))
            yield break;
        var lost = Values(resource.Was("Conditions")).Except(Values(resource.Is("Conditions"))).ToList();
        if (lost.Count > 0)
            yield return new Finding($"Requests for {string.Join(", ", lost.Select(l => l.Value))} are no longer forwarded by the {Subject.Of(resource)}: they go elsewhere.");
    }

    private static IEnumerable<(string Field, string Value)> Values(JsonNode? conditions) =>
        from condition in (conditions as JsonArray ?? []).OfType<JsonObject>()
        let field = Scalars.Text(condition["Field"]) ?? ""
        from list in new[] { condition["Values"], condition["PathPatternConfig"]?["Values"], condition["HostHeaderConfig"]?["Values"] }
        from value in Scalars.Texts(list)
        select (field, value);

    private static IEnumerable<Finding> EmptyTargets(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action == ResourceAction.Replace)
        {
            yield return new Finding($"An empty target group takes the place of {resource.LogicalId} ({string.Join(", ", resource.Causes)}): requests find nobody until tasks are registered in it.")
            {
                Certainty = resource.Certainty,
                Seconds = 120,
            };
        }
    }

    private static IEnumerable<Finding> OtherPort(ComparedResource resource, EnvironmentComparison environment)
    {
        var changed = new[] { "Port", "Protocol" }.Where(resource.Differs).ToList();
        if (resource.Action == ResourceAction.Modify && changed.Count > 0)
            yield return new Finding($"The {Subject.Of(resource)} goes from {Way(resource.WasText)} to {Way(resource.IsText)}: who comes the old way finds nobody.");
    }

    private static string Way(Func<string, string?> property) => $"{property("Protocol")}:{property("Port")}";

    private static IEnumerable<Finding> LostAliases(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action != ResourceAction.Modify)
            return [];
        return Scalars.Texts(resource.Was("DistributionConfig/Aliases")).Except(Scalars.Texts(resource.Is("DistributionConfig/Aliases")))
            .Select(name => new Finding($"{Subject.Plain(name)} is no longer answered by the {Subject.Of(resource)}."));
    }

    private static IEnumerable<Finding> Disabled(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action == ResourceAction.Modify && resource.WasText("DistributionConfig/Enabled") == "true" && resource.IsText("DistributionConfig/Enabled") == "false")
            yield return new Finding($"The {Subject.Of(resource)} is off: nobody is answered.");
    }

    private static IEnumerable<Finding> LostBehaviours(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action != ResourceAction.Modify)
            return [];
        return Patterns(resource.Was("DistributionConfig/CacheBehaviors")).Except(Patterns(resource.Is("DistributionConfig/CacheBehaviors")))
            .Select(pattern => new Finding($"Requests for {pattern} are no longer treated by themselves by the {Subject.Of(resource)}: they go where all others go."));
    }

    private static IEnumerable<string> Patterns(JsonNode? behaviours) =>
        (behaviours as JsonArray ?? []).Select(b => Scalars.Text(b?["PathPattern"])).OfType<string>();

    private static IEnumerable<Finding> FewerZones(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action == ResourceAction.Modify && Scalars.Texts(resource.Was("Subnets")).Except(Scalars.Texts(resource.Is("Subnets"))).Any())
            yield return new Finding($"The {Subject.Of(resource)} leaves some of its subnets: connections through them break.") { Seconds = 60 };
    }
}
