using Amazon.CDK.AWS.WAFv2;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using static Amazon.CDK.AWS.WAFv2.CfnWebACL;

namespace Landfall.Constructs.Edge;

/// <summary>AWS WAF at the edge: AWS's managed rules and a limit per address.</summary>
internal static class Firewall
{
    private static readonly string[] Managed =
    [
        "AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet",
        "AWSManagedRulesSQLiRuleSet",
    ];

    /// <summary>Puts a firewall in front of the public load balancer.</summary>
    public static void ForLoadBalancer(LandfallStack stack, FirewallPlan firewall, string loadBalancer)
    {
        var acl = Create(stack, "Firewall", $"{stack.Plan.Prefix}-edge", "REGIONAL", firewall, BehindCdn(stack.Plan));
        _ = new CfnWebACLAssociation(stack, "FirewallAssociation", new CfnWebACLAssociationProps
        {
            ResourceArn = loadBalancer,
            WebAclArn = acl,
        });
    }

    /// <summary>Creates the firewall of the CDN.</summary>
    /// <returns>Its ARN; null where the file wants none, and outside the one region whose firewalls CloudFront takes.</returns>
    public static string? ForCdn(LandfallStack stack) =>
        stack.Plan is { Firewall: { } firewall } && stack.Names.Region.CdnRegion == stack.Plan.Region
            ? Create(stack, "CdnFirewall", $"{stack.Plan.Prefix}-cdn", "CLOUDFRONT", firewall, behindCdn: false)
            : null;

    private static bool BehindCdn(AppPlan plan) => plan.Services.OfType<SiteServicePlan>().Any(site => site.Routes.Count > 0);

    private static string Create(
        LandfallStack stack, string id, string name, string scope, FirewallPlan firewall, bool behindCdn)
    {
        var rules = Managed.Select((group, index) => Rule(group, index, new StatementProperty
        {
            ManagedRuleGroupStatement = new ManagedRuleGroupStatementProperty { VendorName = "AWS", Name = group },
        }, managed: true)).ToList();
        if (firewall.RateLimit is { } limit)
        {
            rules.Add(Rule("RateLimit", rules.Count, new StatementProperty { RateBasedStatement = PerAddress(limit, behindCdn) }, managed: false));
        }

        return new CfnWebACL(stack, id, new CfnWebACLProps
        {
            Name = name,
            Scope = scope,
            DefaultAction = new DefaultActionProperty { Allow = new AllowActionProperty() },
            VisibilityConfig = Visible(id),
            Rules = rules.ToArray<object>(),
        }).AttrArn;
    }

    /// <summary>
    /// Behind the CDN every request comes from an address of CloudFront, so that a limit on it would shut out everybody:
    /// there the visitor's address is the one that CloudFront passes on.
    /// </summary>
    private static RateBasedStatementProperty PerAddress(int limit, bool behindCdn) => new()
    {
        Limit = limit,
        EvaluationWindowSec = 300,
        AggregateKeyType = behindCdn ? "FORWARDED_IP" : "IP",
        ForwardedIpConfig = behindCdn
            ? new ForwardedIPConfigurationProperty { HeaderName = "X-Forwarded-For", FallbackBehavior = "NO_MATCH" }
            : null,
    };

    private static RuleProperty Rule(string name, int priority, StatementProperty statement, bool managed) => new()
    {
        Name = name,
        Priority = priority,
        Statement = statement,
        OverrideAction = managed ? new OverrideActionProperty { None = new Dictionary<string, object>() } : null,
        Action = managed ? null : new RuleActionProperty { Block = new BlockActionProperty() },
        VisibilityConfig = Visible(name),
    };

    private static VisibilityConfigProperty Visible(string name) =>
        new() { CloudWatchMetricsEnabled = true, SampledRequestsEnabled = true, MetricName = name };
}
