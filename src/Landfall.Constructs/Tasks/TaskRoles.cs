using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Grants;
using Landfall.Constructs.Parameters;
using Landfall.Constructs.Scaling;
using Landfall.Constructs.Services.Checks;

namespace Landfall.Constructs.Tasks;

/// <summary>The two roles of a task: what ECS needs to start it, and what its containers may do.</summary>
internal static class TaskRoles
{
    private const string Tasks = "ecs-tasks.amazonaws.com";

    public static CfnRole Execution(LandfallStack stack, ContainerServicePlan service, TaskSettings settings)
    {
        var statements = new List<Statement>
        {
            new(
                ["logs:CreateLogStream", "logs:PutLogEvents"],
                [stack.Names.Arn("logs", $"log-group:{stack.Names.LogGroup(service.Name)}:*")]),
        };
        var secrets = settings.Secrets.Values.Concat(TelemetryContainers.Secrets(stack, service).Values).Select(SecretArn).Concat(BrowserTasks.Secrets(stack, service)).Distinct().ToArray();
        if (secrets.Length > 0)
        {
            statements.Add(new Statement(["secretsmanager:GetSecretValue"], secrets));
        }

        var repositories = ContainerImageName.Repositories(stack, service);
        if (repositories.Count > 0)
        {
            statements.Add(new Statement(["ecr:GetAuthorizationToken"], ["*"]));
            statements.Add(new Statement(
                ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], repositories));
        }

        return Role(stack, "ExecutionRole", $"Starts the tasks of {service.Name}", Tasks, statements,
            "Log streams are named when tasks start; ecr:GetAuthorizationToken has no resource to name.");
    }

    public static CfnRole Task(LandfallStack stack, ContainerServicePlan service, TaskSettings settings)
    {
        var statements = new List<Statement>(settings.Grants);
        if (service.Task.Exec)
        {
            statements.Add(new Statement(
                [
                    "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel",
                    "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel",
                ],
                ["*"]));
        }

        if (service is WorkerServicePlan worker && WorkerScaling.IsLong(stack.Plan, worker))
        {
            // What a program needs to keep its task from being scaled in while it works (Amazon ECS Developer Guide, "task
            // scale-in protection endpoint").
            statements.Add(new Statement(
                ["ecs:GetTaskProtection", "ecs:UpdateTaskProtection"],
                [stack.Names.Arn("ecs", $"task/{stack.Names.Cluster}/*")],
                Condition: new Dictionary<string, object>
                {
                    ["ArnEquals"] = new Dictionary<string, object> { ["ecs:cluster"] = stack.Names.ClusterArn },
                }));
        }

        statements.AddRange(service.Task.Volumes.Select(volume => FileSystem(stack, volume)));
        return Role(stack, "TaskRole", $"What {service.Name} may do", Tasks, statements,
            "Objects of a bucket and indexes of a table are chosen at run time, a worker's tasks get their ids when they start; ssmmessages and X-Ray have no resource to name.");
    }

    /// <summary>A role with one inline policy, and with managed policies besides where that becomes too large.</summary>
    /// <remarks>Every resource with a wildcard needs <paramref name="wildcards"/> to say why.</remarks>
    public static CfnRole Role(LandfallStack stack, string id, string description, string service, IReadOnlyList<Statement> statements, string? wildcards = null)
    {
        var policies = RolePolicies.Of(statements);
        var managed = policies.Managed.Select((policy, index) => new CfnManagedPolicy(stack, $"{id}Policy{index + 1}", new CfnManagedPolicyProps
        {
            Description = $"{description} ({index + 2})",
            PolicyDocument = PolicyJson.Of(policy),
        })).ToArray();
        var role = new CfnRole(stack, id, new CfnRoleProps
        {
            Description = description,
            AssumeRolePolicyDocument = PolicyJson.Trust(service, stack.Names.Account),
            Policies = policies.Inline.Count == 0
                ? null
                : new object[]
                {
                    new CfnRole.PolicyProperty { PolicyName = "Landfall", PolicyDocument = PolicyJson.Of(policies.Inline) },
                },
        });
        if (managed.Length > 0)
        {
            role.ManagedPolicyArns = [.. managed.Select(policy => policy.Ref)];
        }

        if (wildcards is not null)
        {
            Array.ForEach<CfnResource>([role, .. managed], owner => Wildcards.Accept(stack, owner, statements, wildcards));
        }

        return role;
    }

    // A value is an ARN with seven parts, followed by ":key::" for one key of a JSON secret.
    private static string SecretArn(string valueFrom) =>
        valueFrom.EndsWith("::", StringComparison.Ordinal)
            ? valueFrom[..valueFrom.LastIndexOf(':', valueFrom.Length - 3)]
            : valueFrom;

    private static Statement FileSystem(LandfallStack stack, VolumePlan volume)
    {
        var values = new FileSystemValues(volume.FileSystem);
        string[] actions = volume.ReadOnly
            ? ["elasticfilesystem:ClientMount"]
            : ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"];
        return new Statement(
            actions,
            [stack.Names.Arn("elasticfilesystem", $"file-system/{stack.Read(values.Id)}")],
            Condition: new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, object>
                {
                    ["elasticfilesystem:AccessPointArn"] =
                        stack.Names.Arn("elasticfilesystem", $"access-point/{stack.Read(values.AccessPoint)}"),
                },
            });
    }
}
