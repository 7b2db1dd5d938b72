using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Comparison;
using Landfall.Operations.Changes.Evaluation;

namespace Landfall.Operations.Changes.Rules;

/// <summary>Load balancers, the CDN, DNS.</summary>
internal static class TrafficRules
{
    private const string Topic = "Ways in";

    // "Deployment will typically complete within minutes" (Amazon CloudFront, Create a distribution).
    private const int Handover = 300;

    /// <summary>The rules.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        new(Topic, "`path` or `host`, so that some requests no longer match", EffectKind.Interrupts, "Those requests go elsewhere.",
            "Elastic Load Balancing, Listener rules for your Application Load Balancer", ["AWS::ElasticLoadBalancingV2::ListenerRule"], LostRequests),
        new(Topic, "`path` or `host` of a service whose deployments shift traffic", EffectKind.Interrupts, "The rule is written anew with the template's weights: where ECS has moved traffic, it goes to tasks that are gone until the service is deployed again.",
            "Amazon ECS, Blue/green deployments; aws-cdk issue 36649", ["AWS::ElasticLoadBalancingV2::ListenerRule"], OtherWeights),
        new(Topic, "`signIn: true`", EffectKind.Interrupts, "Requests without a session are led to the sign-in page.",
            "Elastic Load Balancing, Authenticate users using an Application Load Balancer", ["AWS::ElasticLoadBalancingV2::ListenerRule"], AskedToSignIn),
        new(Topic, "`signIn: false`", EffectKind.Permissions, "Whoever has not signed in gets through, too.",
            "Elastic Load Balancing, Authenticate users using an Application Load Balancer", ["AWS::ElasticLoadBalancingV2::ListenerRule"], NoSignIn),
        new(Topic, "`health`: the path or the codes", EffectKind.Restarts, "Tasks that run and do not answer the new check are replaced.",
            "Elastic Load Balancing, Health checks for Application Load Balancer target groups", ["AWS::ElasticLoadBalancingV2::TargetGroup"], OtherCheck),
        new(Topic, "A target group that is replaced", EffectKind.Interrupts, "Its place is taken by an empty one until tasks are registered.",
            "CloudFormation, AWS::ElasticLoadBalancingV2::TargetGroup", ["AWS::ElasticLoadBalancingV2::TargetGroup"], EmptyTargets),
        new(Topic, "The port or the protocol of a listener", EffectKind.Interrupts, "Who comes the old way finds nobody.",
            "CloudFormation, AWS::ElasticLoadBalancingV2::Listener", ["AWS::ElasticLoadBalancingV2::Listener"], OtherPort),
        new(Topic, "A domain name, taken from the CDN", EffectKind.Interrupts, "The name is answered no more; where another CDN gets it, it leads nowhere for some minutes.",
            "Amazon CloudFront, Use custom URLs by adding alternate domain names (CNAMEs), Restrictions", ["AWS::CloudFront::Distribution"], LostAliases),
        new(Topic, "The CDN, off", EffectKind.Interrupts, "Nobody is answered.",
            "CloudFormation, AWS::CloudFront::Distribution, Enabled", ["AWS::CloudFront::Distribution"], Disabled),
        new(Topic, "`domain.hsts: true`", EffectKind.Interrupts, "Browsers that have seen it come by HTTPS alone until its time is over, whatever is deployed later.",
            "RFC 6797, HTTP Strict Transport Security, section 8.1", ["AWS::CloudFront::ResponseHeadersPolicy", "AWS::ElasticLoadBalancingV2::Listener"], HttpsAlone),
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

        // A kind of condition that the rule did not have leaves only some of the requests.
        var fields = Values(resource.Was("Conditions")).Select(v => v.Field).ToHashSet(StringComparer.Ordinal);
        foreach (var more in Values(resource.Is("Conditions")).Where(v => !fields.Contains(v.Field)).GroupBy(v => v.Field))
            yield return new Finding($"Only requests for {string.Join(", ", more.Select(v => Subject.Plain(v.Value)))} are still forwarded by the {Subject.Of(resource)}: others go elsewhere.");
    }

    private static IEnumerable<Finding> OtherWeights(ComparedResource resource, EnvironmentComparison environment)
    {
        var shifts = environment.Running.Resources(resource.Stack).Values.Any(r => r.Type == "AWS::ECS::Service"
            && (r.Properties["LoadBalancers"] as JsonArray ?? []).Any(b => b?["AdvancedConfiguration"] is not null));
        if (shifts && resource.Action is ResourceAction.Modify or ResourceAction.Replace)
        {
            yield return new Finding($"The {Subject.Of(resource)} of stack '{resource.Stack}' is written anew, and traffic that ECS has moved to the other target group goes back to one that may be empty, until the service is deployed again.")
            {
                Certainty = Certainty.Possible,
            };
        }
    }

    private static IEnumerable<Finding> AskedToSignIn(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Before is not null && resource.After is not null && !SignsIn(resource.Was("Actions")) && SignsIn(resource.Is("Actions")))
            yield return new Finding($"Requests that the {Subject.Of(resource)} of stack '{resource.Stack}' forwards have to be signed in: others are led to the sign-in page.");
    }

    private static IEnumerable<Finding> NoSignIn(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Before is not null && resource.After is not null && SignsIn(resource.Was("Actions")) && !SignsIn(resource.Is("Actions")))
            yield return new Finding($"Whoever has not signed in gets through the {Subject.Of(resource)} of stack '{resource.Stack}', too.");
    }

    private static bool SignsIn(JsonNode? actions) =>
        (actions as JsonArray ?? []).Any(a => Scalars.Text(a?["Type"]) is "authenticate-cognito" or "authenticate-oidc");

    private static IEnumerable<Finding> OtherCheck(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action == ResourceAction.Modify && (resource.Differs("HealthCheckPath") || resource.Differs("Matcher")))
            yield return new Finding($"Tasks behind the {Subject.Of(resource)} of stack '{resource.Stack}' that do not answer {resource.IsText("HealthCheckPath") ?? "the health check"} with {resource.IsText("Matcher/HttpCode") ?? "200"} are replaced.") { Certainty = Certainty.Possible };
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
        const string Aliases = "DistributionConfig/Aliases";
        if (resource.Before is null)
            yield break;
        foreach (var name in Scalars.Texts(resource.Was(Aliases)).Except(Scalars.Texts(resource.Is(Aliases))))
        {
            var next = environment.Resources.FirstOrDefault(r => r.Type == resource.Type && r.LogicalId != resource.LogicalId && Scalars.Texts(r.Is(Aliases)).Contains(name));
            if (next is not null)
                yield return new Finding($"{Subject.Plain(name)} goes from the {Subject.Of(resource)} to the {Subject.Of(next)}: only one can have it, and it leads nowhere until the other one is deployed.") { Seconds = Handover };
            else if (resource.Action == ResourceAction.Modify)
                yield return new Finding($"{Subject.Plain(name)} is no longer answered by the {Subject.Of(resource)}.");
        }
    }

    private static IEnumerable<Finding> Disabled(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action == ResourceAction.Modify && resource.WasText("DistributionConfig/Enabled") == "true" && resource.IsText("DistributionConfig/Enabled") == "false")
            yield return new Finding($"The {Subject.Of(resource)} is off: nobody is answered.");
    }

    private static IEnumerable<Finding> HttpsAlone(ComparedResource resource, EnvironmentComparison environment)
    {
        if (resource.Action is ResourceAction.Modify or ResourceAction.Replace && !TellsHttpsAlone(resource.Before) && TellsHttpsAlone(resource.After))
            yield return new Finding($"Browsers that have been answered with the {Subject.Of(resource)} come to its names, and all under them, by HTTPS alone from then on, also after it is turned off again: what answers plain HTTP there is out of their reach.") { Certainty = Certainty.Possible };
    }

    private static bool TellsHttpsAlone(EvaluatedResource? resource) =>
        resource?.Properties["ResponseHeadersPolicyConfig"]?["SecurityHeadersConfig"]?["StrictTransportSecurity"] is not null
        || (resource?.Properties["ListenerAttributes"] as JsonArray ?? []).Any(a => Scalars.Text(a?["Key"]) == "routing.http.response.strict_transport_security.header_value");

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
