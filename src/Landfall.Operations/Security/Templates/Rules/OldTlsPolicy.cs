namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A load balancer takes old versions of TLS.</summary>
internal sealed class OldTlsPolicy() : TemplateRule(new(
    "aws-listener-old-tls", "A load balancer takes old versions of TLS", Severity.Medium, "AWS FSBP ELB.17",
    "TLS 1.0 and 1.1 have known holes; the policy by default takes them.",
    "Set 'SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06'."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::ElasticLoadBalancingV2::Listener").Where(r => r.Text("Protocol") is "HTTPS" or "TLS" && r.Find("SslPolicy") is not UnknownNode && IsOld(r.Text("SslPolicy"))).Select(r => r.At("SslPolicy"));

    // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
    private static bool IsOld(string? policy) =>
        policy is null or "ELBSecurityPolicy-2016-08" or "ELBSecurityPolicy-2015-05" or "ELBSecurityPolicy-FS-2018-06"
        || policy.Contains("TLS-1-0", StringComparison.Ordinal) || policy.Contains("TLS-1-1", StringComparison.Ordinal)
        || policy.Contains("-1-1-", StringComparison.Ordinal) || policy.Contains("-1-0-", StringComparison.Ordinal) || policy.Contains("FS-1-1", StringComparison.Ordinal);
}
