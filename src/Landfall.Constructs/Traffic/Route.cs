using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Landfall.Config.Plan;
using Landfall.Config.Values;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Traffic;

/// <summary>How requests reach a service through a load balancer.</summary>
/// <param name="Port">The containers' port.</param>
/// <param name="Protocol">What they speak there.</param>
/// <param name="Health">The target groups' health check.</param>
/// <param name="Listener">The listener that the rule is added to.</param>
/// <param name="LoadBalancerGroup">The load balancer's security group.</param>
/// <param name="LoadBalancerName">The load balancer's name in metrics.</param>
/// <param name="Priority">The rule's priority on the listener.</param>
/// <param name="Hosts">The host names that the rule matches; empty for every one.</param>
/// <param name="Paths">The path patterns that the rule matches; empty for every path.</param>
/// <param name="SignIn">True when the load balancer lets only signed-in users through.</param>
internal sealed record Route(
    int Port,
    PortProtocol Protocol,
    HealthCheckPlan Health,
    SharedValue Listener,
    SharedValue LoadBalancerGroup,
    SharedValue LoadBalancerName,
    int Priority,
    IReadOnlyList<string> Hosts,
    IReadOnlyList<string> Paths,
    bool SignIn)
{
    /// <summary>Whether it leads through the internal load balancer.</summary>
    public bool IsInternal => Listener == EdgeValues.InternalListener;

    /// <summary>The listener that leads to the new version before anybody else does.</summary>
    public SharedValue TestListener => IsInternal ? EdgeValues.InternalTestListener : EdgeValues.TestListener;

    /// <summary>The security group of what checks a new version.</summary>
    public SharedValue ChecksGroup => IsInternal ? EdgeValues.InternalChecksGroup : EdgeValues.ChecksGroup;

    /// <summary>The public route of a web service.</summary>
    public static Route Of(AppPlan plan, WebServicePlan service) => new(
        service.Port,
        service.Protocol,
        service.Health,
        plan.Domain is null ? EdgeValues.HttpListener : EdgeValues.HttpsListener,
        EdgeValues.SecurityGroup,
        EdgeValues.FullName,
        service.Priority,
        service.Hosts,

        // A rule takes five values, so what every path matches is not one of them where there are others.
        service.Path == PathPattern.Every && service.Hosts.Count > 0 ? [] : PathPattern.WithRoot(service.Path),
        service.RequireSignIn && plan.Domain is not null && plan.Auth is not null);

    /// <summary>The route of an internal service behind the internal load balancer, chosen by host name.</summary>
    public static Route Of(AppPlan plan, InternalServicePlan service, string host) => new(
        service.Port,
        service.Protocol,
        service.Health,
        EdgeValues.InternalListener,
        EdgeValues.InternalSecurityGroup,
        EdgeValues.InternalFullName,
        InternalRulePriority.Of(plan, service.Name),
        [host],
        [],
        SignIn: false);

    /// <summary>The rule's conditions for CloudFormation.</summary>
    public object[] Conditions()
    {
        var conditions = new List<object>();
        if (Hosts.Count > 0)
        {
            conditions.Add(new CfnListenerRule.RuleConditionProperty
            {
                Field = "host-header",
                HostHeaderConfig = new CfnListenerRule.HostHeaderConfigProperty { Values = [.. Hosts] },
            });
        }

        if (Paths.Count > 0)
        {
            conditions.Add(new CfnListenerRule.RuleConditionProperty
            {
                Field = "path-pattern",
                PathPatternConfig = new CfnListenerRule.PathPatternConfigProperty { Values = [.. Paths] },
            });
        }

        return [.. conditions];
    }
}
