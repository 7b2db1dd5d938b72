using Landfall.Config.Tree;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A Classic Load Balancer is told to take old versions of TLS.</summary>
internal sealed class OldClassicTls() : TemplateRule(new(
    "aws-classic-old-tls", "A Classic Load Balancer takes old versions of TLS", Severity.Medium, "AWS FSBP ELB.8",
    "SSL, TLS 1.0 and 1.1 have known holes.",
    "Take the predefined policy 'ELBSecurityPolicy-TLS-1-2-2017-01', or an Application Load Balancer."))
{
    private static readonly string[] Old = ["Protocol-SSLv2", "Protocol-SSLv3", "Protocol-TLSv1", "Protocol-TLSv1.1"];

    // https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-security-policy-table.html
    private const string Good = "ELBSecurityPolicy-TLS-1-2-2017-01";

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::ElasticLoadBalancing::LoadBalancer").SelectMany(r => r.Items("Policies")
            .Where(policy => r.Text(policy, "PolicyType") == "SSLNegotiationPolicyType" && r.Items(policy, "Attributes").Any(attribute => IsOld(r, attribute)))
            .Select(policy => new Spot(policy.Mark.Line, $"{r.Id}/Policies")));

    private static bool IsOld(TemplateResource balancer, ConfigNode attribute) => balancer.Text(attribute, "Name") switch
    {
        "Reference-Security-Policy" => balancer.Text(attribute, "Value") is { } policy && policy != Good,
        { } name => Old.Contains(name) && !NodeReading.IsFalse(balancer.Find(attribute, "Value")),
        null => false,
    };
}
