using Amazon.CDK.AWS.WAFv2;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;
using static Amazon.CDK.AWS.WAFv2.CfnWebACL;

namespace Landfall.Constructs.Edge;

/// <summary>AWS WAF at the edge: AWS's managed rules and a limit per address.</summary>
internal static class Firewall
{
    private const string CommonRules = "AWSManagedRulesCommonRuleSet";

    private static readonly string[] Managed =
    [
        "AWSManagedRulesAmazonIpReputationList", CommonRules, "AWSManagedRulesKnownBadInputsRuleSet",
        "AWSManagedRulesSQLiRuleSet",
    ];

    /// <summary>Puts a firewall in front of the public load balancer.</summary>
    /// <param name="stack">The edge stack.</param>
    /// <param name="firewall">The firewall.</param>
    /// <param name="loadBalancer">The load balancer's ARN.</param>
    /// <param name="mark">What requests of the CDN are known by; null where there is none in front of it.</param>
    public static void ForLoadBalancer(LandfallStack stack, FirewallPlan firewall, string loadBalancer, CdnMark? mark)
    {
        var acl = Create(stack, "Firewall", $"{stack.Plan.Prefix}-edge", "REGIONAL", firewall, mark);
        _ = new CfnWebACLAssociation(stack, "FirewallAssociation", new CfnWebACLAssociationProps
        {
            ResourceArn = loadBalancer,
            WebAclArn = acl,
        });
    }

    /// <summary>The firewall of the CDN, which is made here, or elsewhere where CloudFront takes none of this region.</summary>
    /// <returns>Its ARN; null where the file wants none.</returns>
    public static string? ForCdn(LandfallStack stack) =>
        !EdgeGlobal.NeedsFirewall(stack.Plan) ? null
        : EdgeGlobal.RegionOf(stack.Plan) is null ? CreateForCdn(stack)
        : stack.Read(EdgeGlobalValues.Firewall);

    /// <summary>Creates the firewall of the CDN in a stack of the region that CloudFront takes firewalls of.</summary>
    /// <returns>Its ARN.</returns>
    public static string CreateForCdn(LandfallStack stack) =>
        Create(stack, "CdnFirewall", $"{stack.Plan.Prefix}-cdn", "CLOUDFRONT", stack.Plan.Firewall!, mark: null);

    private static string Create(
        LandfallStack stack, string id, string name, string scope, FirewallPlan firewall, CdnMark? mark)
    {
        var rules = Managed.Select((group, index) => Rule(group, index, new StatementProperty
        {
            ManagedRuleGroupStatement = new ManagedRuleGroupStatementProperty
            {
                VendorName = "AWS",
                Name = group,
                RuleActionOverrides = group == CommonRules ? new object[] { CountLargeBodies() } : null,
            },
        }, managed: true)).ToList();
        if (mark is not null && EdgeNeeds.OnlyCdn(stack.Plan))
        {
            rules.Add(Rule("OnlyThroughCdn", rules.Count, Not(Marked(mark)), managed: false));
        }

        if (firewall.RateLimit is { } limit)
        {
            if (mark is not null)
            {
                // Who comes past the CDN has an address of his own; what he says of it does not count.
                rules.Add(Rule("DirectRateLimit", rules.Count, new StatementProperty { RateBasedStatement = PerAddress(limit, Not(Marked(mark))) }, managed: false));
            }

            rules.Add(Rule("RateLimit", rules.Count, new StatementProperty { RateBasedStatement = mark is null ? PerAddress(limit, null) : PerVisitor(limit, mark) }, managed: false));
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
    /// The rule of the common set that blocks every body over 8 KB (AWS WAF Developer Guide, "Core rule set",
    /// SizeRestrictions_BODY): services take uploads, and know themselves how large.
    /// </summary>
    private static RuleActionOverrideProperty CountLargeBodies() => new()
    {
        Name = "SizeRestrictions_BODY",
        ActionToUse = new RuleActionProperty { Count = new CountActionProperty() },
    };

    private static RateBasedStatementProperty PerAddress(int limit, StatementProperty? which) => new()
    {
        Limit = limit,
        EvaluationWindowSec = 300,
        AggregateKeyType = "IP",
        ScopeDownStatement = which,
    };

    /// <summary>
    /// Behind the CDN every request comes from an address of CloudFront, so that a limit on it would shut out everybody:
    /// there the visitor's address is the one that the CDN has seen and tells.
    /// </summary>
    private static RateBasedStatementProperty PerVisitor(int limit, CdnMark mark) => new()
    {
        Limit = limit,
        EvaluationWindowSec = 300,
        AggregateKeyType = "FORWARDED_IP",
        ForwardedIpConfig = new ForwardedIPConfigurationProperty { HeaderName = CdnMark.VisitorHeader, FallbackBehavior = "MATCH" },
        ScopeDownStatement = Marked(mark),
    };

    private static StatementProperty Marked(CdnMark mark) => new()
    {
        ByteMatchStatement = new ByteMatchStatementProperty
        {
            FieldToMatch = new FieldToMatchProperty { SingleHeader = new Dictionary<string, object> { ["Name"] = CdnMark.Header } },
            PositionalConstraint = "EXACTLY",
            SearchString = mark.Value,
            TextTransformations = new object[] { new TextTransformationProperty { Priority = 0, Type = "NONE" } },
        },
    };

    private static StatementProperty Not(StatementProperty statement) => new() { NotStatement = new NotStatementProperty { Statement = statement } };

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
