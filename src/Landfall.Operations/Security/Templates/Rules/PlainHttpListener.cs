using Landfall.Config.Tree;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A load balancer serves plain HTTP.</summary>
internal sealed class PlainHttpListener() : TemplateRule(new(
    "aws-listener-plain-http", "A load balancer serves plain HTTP", Severity.Medium, "AWS FSBP ELB.1",
    "Everybody on the way reads and changes what goes through it.",
    "Add a listener with HTTPS and a certificate, and let this one redirect to it."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Template template) =>
        template.OfType("AWS::ElasticLoadBalancingV2::Listener").Where(r => r.Text("Protocol") == "HTTP" && !Redirects(r) && !IsInternal(template, r)).Select(r => r.At("Protocol"))
            .Concat(template.OfType("AWS::ElasticLoadBalancing::LoadBalancer").Where(r => r.Text("Scheme") != "internal" && r.Items("Listeners").Any(l => r.Text(l, "Protocol")?.ToUpperInvariant() is "HTTP")).Select(r => r.At("Listeners")));

    private static bool Redirects(TemplateResource listener)
    {
        List<ConfigNode> actions = [.. listener.Items("DefaultActions")];
        return actions.Count > 0 && actions.All(action => listener.Text(action, "Type") is "redirect" or "fixed-response");
    }

    private static bool IsInternal(Template template, TemplateResource listener) =>
        template.Target(listener.Properties.Find("LoadBalancerArn")?.Value) is { } balancer && (balancer.Text("Scheme") == "internal" || balancer.Text("Type") is "network" or "gateway");
}
