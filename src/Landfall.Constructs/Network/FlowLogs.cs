using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Logs;
using Landfall.Constructs.Foundation;

namespace Landfall.Constructs.Network;

/// <summary>VPC flow logs in CloudWatch Logs.</summary>
internal static class FlowLogs
{
    /// <summary>Records all traffic of a VPC.</summary>
    /// <param name="stack">The network stack.</param>
    /// <param name="vpc">The VPC's id.</param>
    public static void Create(LandfallStack stack, string vpc)
    {
        var group = new CfnLogGroup(stack, "FlowLogGroup", new CfnLogGroupProps
        {
            LogGroupName = stack.Plan.AwsNames.FlowLogGroup,
            RetentionInDays = stack.Plan.Network.LogDays,
        });
        stack.Protect(group);
        var role = new CfnRole(stack, "FlowLogRole", new CfnRoleProps
        {
            AssumeRolePolicyDocument = Policy(new Dictionary<string, object>
            {
                ["Effect"] = "Allow",
                ["Principal"] = new Dictionary<string, object> { ["Service"] = "vpc-flow-logs.amazonaws.com" },
                ["Action"] = "sts:AssumeRole",
                ["Condition"] = new Dictionary<string, object>
                {
                    ["StringEquals"] = new Dictionary<string, object> { ["aws:SourceAccount"] = stack.Names.Account },
                },
            }),
            Policies = new object[]
            {
                new CfnRole.PolicyProperty
                {
                    PolicyName = "WriteFlowLogs",
                    PolicyDocument = Policy(new Dictionary<string, object>
                    {
                        ["Effect"] = "Allow",
                        ["Action"] = new[] { "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents" },
                        ["Resource"] = group.AttrArn,
                    }),
                },
            },
        });
        _ = new CfnFlowLog(stack, "FlowLog", new CfnFlowLogProps
        {
            ResourceId = vpc,
            ResourceType = "VPC",
            TrafficType = "ALL",
            LogDestinationType = "cloud-watch-logs",
            LogGroupName = group.Ref,
            DeliverLogsPermissionArn = role.AttrArn,
        });
    }

    private static Dictionary<string, object> Policy(Dictionary<string, object> statement) => new()
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new object[] { statement },
    };
}
