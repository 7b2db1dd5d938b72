using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.S3.Assets;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Grants;
using Landfall.Constructs.Tasks;
using Landfall.Constructs.Traffic;
using static Amazon.CDK.AWS.ECS.CfnService;

namespace Landfall.Constructs.Services.Checks;

/// <summary>
/// What runs the checks of a service's rollouts. ECS calls one function, which may find the load balancer and call the other; that one
/// is in the network, may nothing, and asks the load balancer at its private addresses. A public load balancer's name leads to public
/// addresses, to which the rules for security groups do not apply, and an isolated network has no way to AWS's API.
/// </summary>
internal static class RolloutChecks
{
    // As long as Lambda lets a call take; the timeout of a check is the function's to watch.
    private const int LongestCall = 900;

    /// <summary>Adds the functions.</summary>
    /// <param name="stack">The service's stack.</param>
    /// <param name="service">The service.</param>
    /// <param name="deploy">Its deployments.</param>
    /// <param name="route">Its way through the load balancer.</param>
    /// <param name="subnets">The tasks' subnets.</param>
    /// <param name="securityGroups">The tasks' security groups, which are a parameter of the stack where they are asked for.</param>
    /// <returns>The hooks of its deployments.</returns>
    public static IReadOnlyList<DeploymentLifecycleHookProperty> Add(
        ContainerStack stack, ContainerServicePlan service, DeployPlan deploy, Route route, string[] subnets, Func<string[]> securityGroups)
    {
        var tasks = new CheckTasks(stack, service, deploy.Checks);
        var code = Code(stack, deploy.Checks);
        var log = stack.Names.ChecksLogGroup(service.Name);
        var group = stack.Read(route.ChecksGroup);
        var probe = deploy.Checks.Any(check => check.File is not null) ? Probe(stack, service, code, log, subnets, group) : null;
        var hook = Function(stack, "CheckHook", $"Checks {service.Name} within its rollouts", "hook", code, log, HookRole(stack, log, probe, tasks.Statements()));
        var variables = new Dictionary<string, string>
        {
            ["LOAD_BALANCER"] = stack.Read(route.LoadBalancerName),
            ["URL"] = CheckAddress.Of(stack, service, test: false),
            ["TEST_URL"] = CheckAddress.Of(stack, service, test: true),
        };
        if (probe is not null)
        {
            variables["PROBE_FUNCTION"] = probe.Ref;
        }

        variables["DNS_SUFFIX"] = stack.Names.Region.DnsSuffix;
        tasks.AddTo(variables, subnets, () => [.. securityGroups(), group]);
        hook.Environment = new CfnFunction.EnvironmentProperty { Variables = variables };
        var caller = TaskRoles.Role(stack, "CheckCallRole", $"Lets ECS call the checks of {service.Name}", "ecs.amazonaws.com", [new Statement(["lambda:InvokeFunction"], [hook.AttrArn])]);

        // Without a condition, like the role that moves traffic.
        caller.AssumeRolePolicyDocument = PolicyJson.PlainTrust("ecs.amazonaws.com");
        return [.. deploy.Checks.Select(check => Hook(check, tasks, hook.AttrArn, caller.AttrArn))];
    }

    /// <remarks>
    /// Stages that ECS comes to once, whatever the steps (Amazon ECS Developer Guide, "Lifecycle hooks for Amazon ECS service
    /// deployments"): the test listener leads to the new version, and everybody does.
    /// </remarks>
    private static DeploymentLifecycleHookProperty Hook(CheckPlan check, CheckTasks tasks, string function, string role) => new()
    {
        HookTargetArn = function,
        RoleArn = role,
        LifecycleStages = [check.At == PausePoint.BeforeTraffic ? "POST_TEST_TRAFFIC_SHIFT" : "POST_PRODUCTION_TRAFFIC_SHIFT"],
        HookDetails = new Dictionary<string, object>
        {
            [check.File is null ? "task" : "file"] = check.File ?? (object)(check.Browser is { } browser ? tasks.Details(browser) : tasks.Details(check.Task!)),
            ["timeoutSeconds"] = check.Timeout.TotalSeconds,
        },
    };

    private static Asset Code(LandfallStack stack, IReadOnlyList<CheckPlan> checks)
    {
        var folder = Directory.CreateTempSubdirectory("landfall-checks-").FullName;
        try
        {
            var hash = HookProgram.Write(folder, stack.App.Options.Project ?? ".", checks.Select(check => check.File).OfType<string>().Distinct());
            return new Asset(stack, "CheckCode", new AssetProps { Path = folder, AssetHashType = Amazon.CDK.AssetHashType.CUSTOM, AssetHash = hash });
        }
        finally
        {
            Directory.Delete(folder, recursive: true); // the CDK has its own copy by now
        }
    }

    private static CfnFunction Function(LandfallStack stack, string id, string description, string handler, Asset code, string log, CfnRole role) =>
        new(stack, id, new CfnFunctionProps
        {
            Description = description,
            Runtime = "provided.al2023",
            Architectures = [HookProgram.Architecture],
            Handler = handler,
            Timeout = LongestCall,
            MemorySize = 256,
            Code = new CfnFunction.CodeProperty { S3Bucket = code.S3BucketName, S3Key = code.S3ObjectKey },
            Role = role.AttrArn,
            LoggingConfig = new CfnFunction.LoggingConfigProperty { LogGroup = log },
        });

    private static CfnFunction Probe(LandfallStack stack, ContainerServicePlan service, Asset code, string log, string[] subnets, string group)
    {
        var probe = Function(stack, "CheckProbe", $"Asks {service.Name} what its check files say", "probe", code, log, ProbeRole(stack, log));
        probe.VpcConfig = new CfnFunction.VpcConfigProperty { SubnetIds = subnets, SecurityGroupIds = [group] };
        return probe;
    }

    private static CfnRole ProbeRole(LandfallStack stack, string log) =>
        TaskRoles.Role(stack, "CheckProbeRole", "Asks the load balancer", "lambda.amazonaws.com",
        [
            Logs(stack, log),

            // What Lambda needs to put a function into a network (AWS Lambda Developer Guide, "Giving Lambda functions access to
            // resources in an Amazon VPC", required IAM permissions).
            new Statement(
                [
                    "ec2:AssignPrivateIpAddresses", "ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface",
                    "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets", "ec2:UnassignPrivateIpAddresses",
                ],
                ["*"]),
        ],
        "Lambda makes the network interfaces, whose ids nobody knows before; log streams are named when the function runs.");

    private static CfnRole HookRole(LandfallStack stack, string log, CfnFunction? probe, IReadOnlyList<Statement> tasks) =>
        TaskRoles.Role(stack, "CheckHookRole", "Finds the load balancer, and has it asked", "lambda.amazonaws.com",
        [
            Logs(stack, log),
            new Statement(["ec2:DescribeNetworkInterfaces"], ["*"]),
            .. probe is null ? Array.Empty<Statement>() : [new Statement(["lambda:InvokeFunction"], [probe.AttrArn])],
            .. tasks,
        ],
        tasks.Count == 0
            ? "ec2:DescribeNetworkInterfaces takes no resource; log streams are named when the function runs."
            : "ec2:DescribeNetworkInterfaces takes no resource; log streams are named when the function runs, tasks when they start, and a deployment has its own revision of the task definition.");

    private static Statement Logs(LandfallStack stack, string log) =>
        new(["logs:CreateLogStream", "logs:PutLogEvents"], [stack.Names.Arn("logs", $"log-group:{log}:*")]);
}
