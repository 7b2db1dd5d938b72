using Landfall.Config.Tree;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A load balancer keeps no access log.</summary>
internal sealed class LoadBalancerLogs() : TemplateRule(new(
    "aws-load-balancer-no-logs", "A load balancer keeps no access log", Severity.Low, "AWS FSBP ELB.5",
    "After an attack nobody can say what was asked for.",
    "Set the attribute 'access_logs.s3.enabled' and a bucket."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::ElasticLoadBalancingV2::LoadBalancer").Where(r => r.Text("Type") is null or "application" && r.Find("LoadBalancerAttributes") is null or ListNode && !Logs(r)).Select(r => r.At("LoadBalancerAttributes"));

    private static bool Logs(TemplateResource balancer) =>
        balancer.Items("LoadBalancerAttributes").Any(a => balancer.Text(a, "Key") == "access_logs.s3.enabled" && balancer.Find(a, "Value") is UnknownNode or ScalarNode { Text: "true" });
}
