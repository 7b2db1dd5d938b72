using Landfall.Config.Tree;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A load balancer passes on headers that HTTP does not allow.</summary>
internal sealed class InvalidHeaders() : TemplateRule(new(
    "aws-load-balancer-invalid-headers", "A load balancer passes on headers that HTTP does not allow", Severity.Medium, "AWS FSBP ELB.4",
    "Programs behind it that read them differently can be made to answer one person's request with another's.",
    "Set the attribute 'routing.http.drop_invalid_header_fields.enabled' to true."))
{
    private const string Attribute = "routing.http.drop_invalid_header_fields.enabled";

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::ElasticLoadBalancingV2::LoadBalancer").Where(r => r.Text("Type") is null or "application" && r.Find("LoadBalancerAttributes") is null or ListNode && !Drops(r)).Select(r => r.At("LoadBalancerAttributes"));

    private static bool Drops(TemplateResource balancer) =>
        balancer.Items("LoadBalancerAttributes").Any(a => balancer.Text(a, "Key") == Attribute && balancer.Find(a, "Value") is UnknownNode or ScalarNode { Text: "true" });
}
