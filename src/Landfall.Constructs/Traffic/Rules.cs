using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;
using static Amazon.CDK.AWS.ElasticLoadBalancingV2.CfnListenerRule;

namespace Landfall.Constructs.Traffic;

/// <summary>Listener rules that forward a service's requests.</summary>
internal static class Rules
{
    /// <summary>Adds a rule to the route's listener.</summary>
    /// <remarks>
    /// Where ECS shifts traffic it owns the weights from the first deployment on. CloudFormation writes a rule only when
    /// a property of it changes, so nothing that changes with a release or with the strategy may appear here.
    /// </remarks>
    public static CfnListenerRule Create(LandfallStack stack, Route route, IReadOnlyList<string> targetGroups)
    {
        var actions = new List<object>();
        if (route.SignIn)
        {
            actions.Add(SignIn(stack));
        }

        actions.Add(Forward(targetGroups, route.SignIn ? 2 : null));
        return Create(stack, "ListenerRule", route, stack.Read(route.Listener), actions);
    }

    /// <summary>Adds the same rule to the route's test listener, whose weights ECS owns as well; nobody signs in there.</summary>
    public static CfnListenerRule CreateTest(LandfallStack stack, Route route, IReadOnlyList<string> targetGroups) =>
        Create(stack, "TestListenerRule", route, stack.Read(route.TestListener), [Forward(targetGroups, null)]);

    private static CfnListenerRule Create(LandfallStack stack, string id, Route route, string listener, IEnumerable<object> actions) =>
        new(stack, id, new CfnListenerRuleProps
        {
            ListenerArn = listener,
            Priority = route.Priority,
            Conditions = route.Conditions(),
            Actions = actions.ToArray(),
        });

    private static ActionProperty Forward(IReadOnlyList<string> targetGroups, double? order) =>
        new()
        {
            Type = "forward",
            Order = order,
            ForwardConfig = new ForwardConfigProperty
            {
                TargetGroups = targetGroups.Select(object (arn, index) => new TargetGroupTupleProperty
                {
                    TargetGroupArn = arn,
                    Weight = index == 0 ? 100 : 0,
                }).ToArray(),
            },
        };

    private static ActionProperty SignIn(LandfallStack stack) => new()
    {
        Type = "authenticate-cognito",
        Order = 1,
        AuthenticateCognitoConfig = new AuthenticateCognitoConfigProperty
        {
            UserPoolArn = stack.Read(AuthValues.UserPoolArn),
            UserPoolClientId = stack.Read(AuthValues.LoadBalancerClientId),
            UserPoolDomain = stack.Read(AuthValues.Domain),
        },
    };
}
