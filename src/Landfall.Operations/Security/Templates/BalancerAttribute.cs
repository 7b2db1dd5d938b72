using Landfall.Config.Tree;

namespace Landfall.Operations.Security.Templates;

/// <summary>A rule by which an attribute of application load balancers has to be on, which AWS leaves off.</summary>
/// <param name="facts">What people are told about it.</param>
/// <param name="key">The attribute.</param>
internal sealed class BalancerAttribute(RuleFacts facts, string key) : TemplateRule(facts)
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::ElasticLoadBalancingV2::LoadBalancer").Where(r => r.Text("Type") is null or "application" && r.Find("LoadBalancerAttributes") is null or ListNode && !IsOn(r)).Select(r => r.At("LoadBalancerAttributes"));

    private bool IsOn(TemplateResource balancer) =>
        balancer.Items("LoadBalancerAttributes").Any(a => balancer.Text(a, "Key") == key && balancer.Find(a, "Value") is UnknownNode or ScalarNode { Text: "true" });
}
