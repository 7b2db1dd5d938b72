using Amazon.CDK.AWS.WAFv2;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using static Amazon.CDK.AWS.WAFv2.CfnWebACL;

namespace Landfall.Constructs.Edge;

/// <summary>AWS WAF in front of the public load balancer: AWS's managed rules and a limit per address.</summary>
internal static class Firewall
{
    private static readonly string[] Managed =
    [
        "AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet",
        "AWSManagedRulesSQLiRuleSet",
    ];

    public static void Add(LandfallStack stack, FirewallPlan firewall, string loadBalancer)
    {
        var rules = Managed.Select((name, index) => Rule(name, index, new StatementProperty
        {
            ManagedRuleGroupStatement = new ManagedRuleGroupStatementProperty { VendorName = "AWS", Name = name },
        }, managed: true)).ToList();
        if (firewall.RateLimit is { } limit)
        {
            rules.Add(Rule("RateLimit", rules.Count, new StatementProperty
            {
                RateBasedStatement = new RateBasedStatementProperty { Limit = limit, AggregateKeyType = "IP", EvaluationWindowSec = 300 },
            }, managed: false));
        }

        var acl = new CfnWebACL(stack, "Firewall", new CfnWebACLProps
        {
            Name = $"{stack.Plan.Prefix}-edge",
            Scope = "REGIONAL",
            DefaultAction = new DefaultActionProperty { Allow = new AllowActionProperty() },
            VisibilityConfig = Visible("Firewall"),
            Rules = rules.ToArray<object>(),
        });
        _ = new CfnWebACLAssociation(stack, "FirewallAssociation", new CfnWebACLAssociationProps
        {
            ResourceArn = loadBalancer,
            WebAclArn = acl.AttrArn,
        });
    }

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
