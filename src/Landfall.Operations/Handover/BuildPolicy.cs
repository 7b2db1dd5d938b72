using System.Text.Json;
using Landfall.Config.Plan;
using Landfall.Config.Regions;

namespace Landfall.Operations.Handover;

/// <summary>What the build of a service's own repository may do: push to its repository, and release the one service.</summary>
internal static class BuildPolicy
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true };

    /// <summary>Writes the policy.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="service">The service.</param>
    /// <returns>An IAM policy.</returns>
    public static string Write(AppPlan plan, ContainerServicePlan service)
    {
        var (names, partition) = (plan.AwsNames, RegionTable.Of(plan.Region).Partition);
        (string[] Actions, string[] Resources)[] statements =
        [
            // None of these has a resource of the service's (Service Authorization Reference, "Amazon ECR", "Amazon ECS", "Elastic Load Balancing V2").
            (["ecr:GetAuthorizationToken", "ecs:DescribeTaskDefinition", "elasticloadbalancing:DescribeTargetHealth"], ["*"]),
            (
                [
                    "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload", "ecr:DescribeImageScanFindings", "ecr:DescribeImages",
                    "ecr:GetDownloadUrlForLayer", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart",
                ],
                [Arn("ecr", $"repository/{names.Repository(service.Name)}")]),
            (
                [
                    "cloudformation:CancelUpdateStack", "cloudformation:DescribeStackEvents", "cloudformation:DescribeStacks", "cloudformation:GetTemplate",
                    "cloudformation:ListStackResources", "cloudformation:UpdateStack",
                ],
                [Arn("cloudformation", $"stack/{names.Stack(service.Name)}/*")]),

            // CloudFormation reads the parameters of a template as whoever asks for the update.
            (["ssm:GetParameter", "ssm:GetParameters"], [Arn("ssm", $"parameter{names.ParameterRoot}/*")]),
            (["ssm:PutParameter"], [Arn("ssm", $"parameter{names.ImageParameter(service.Name)}")]),
            (["ssm:DeleteParameter", "ssm:GetParameter", "ssm:PutParameter"], [Arn("ssm", $"parameter{names.Lock}")]),
            (["ecs:DescribeServices", "ecs:UpdateService"], [Arn("ecs", $"service/{names.Prefix}/{service.Name}")]),
            (["ecs:DescribeTasks", "ecs:ListTasks"], [Arn("ecs", $"task/{names.Prefix}/*"), Arn("ecs", $"container-instance/{names.Prefix}/*")]),
            (["logs:GetLogEvents"], [Arn("logs", $"log-group:{names.LogGroup(service.Name)}:*")]),
        ];
        return JsonSerializer.Serialize(
            new Dictionary<string, object>
            {
                ["Version"] = "2012-10-17",
                ["Statement"] = statements.Select(one => new Dictionary<string, object> { ["Effect"] = "Allow", ["Action"] = one.Actions, ["Resource"] = one.Resources }),
            },
            Options) + "\n";

        string Arn(string what, string resource) => $"arn:{partition}:{what}:{plan.Region}:{plan.Account ?? "*"}:{resource}";
    }
}
