using Landfall.Config.Pipelines;
using Landfall.Config.Plan;
using Landfall.Config.Regions;

namespace Landfall.Operations.Handover;

/// <summary>What the delivery of a service's own repository may do in the system's account: push to the one repository, and release the one service.</summary>
/// <param name="Plan">The environment.</param>
/// <param name="Service">The service.</param>
internal sealed record TeamPermissions(AppPlan Plan, ContainerServicePlan Service)
{
    /// <summary>What building and scanning the image needs.</summary>
    public IReadOnlyList<Permission> Build =>
    [
        // It has no resource (Service Authorization Reference, "Amazon ECR").
        new(["ecr:GetAuthorizationToken"], ["*"]),
        new(
            [
                "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload", "ecr:DescribeImageScanFindings", "ecr:DescribeImages",
                "ecr:GetDownloadUrlForLayer", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart",
            ],
            [Repository]),
        new(["ssm:GetParameter"], [Arn("ssm", $"parameter{Plan.AwsNames.ImageParameter(Service.Name)}")]),
    ];

    /// <summary>What <c>release</c> needs.</summary>
    public IReadOnlyList<Permission> Release =>
    [
        new(["ecr:DescribeImages"], [Repository]),
        new(
            [
                "cloudformation:CancelUpdateStack", "cloudformation:DescribeStackEvents", "cloudformation:DescribeStacks", "cloudformation:GetTemplate",
                "cloudformation:ListStackResources", "cloudformation:UpdateStack",
            ],
            [Arn("cloudformation", $"stack/{Plan.AwsNames.Stack(Service.Name)}/*")]),

        // CloudFormation reads the parameters of a template as whoever asks for the update.
        new(["ssm:GetParameter", "ssm:GetParameters"], [Arn("ssm", $"parameter{Plan.ParameterRoot}/*")]),
        new(["ssm:PutParameter"], [Arn("ssm", $"parameter{Plan.AwsNames.ImageParameter(Service.Name)}")]),
        new(["ssm:DeleteParameter", "ssm:GetParameter", "ssm:PutParameter"], [Arn("ssm", $"parameter{Plan.AwsNames.Lock}")]),
        .. TrailPermissions.Write(Plan.AwsNames, RegionTable.Of(Plan.Region).Partition, Plan.Region, "${AWS::AccountId}"),

        // Why a task fails; the first two have no resource of the service's (Service Authorization Reference, "Amazon ECS", "Elastic Load Balancing V2").
        new(["ecs:DescribeTaskDefinition", "elasticloadbalancing:DescribeTargetHealth"], ["*"]),
        new(["ecs:DescribeServices", "ecs:ListServiceDeployments", "ecs:UpdateService"], [Arn("ecs", $"service/{Plan.AwsNames.Prefix}/{Service.Name}")]),
        new(["ecs:DescribeServiceDeployments", "ecs:StopServiceDeployment"], [Arn("ecs", $"service-deployment/{Plan.AwsNames.Prefix}/{Service.Name}/*")]),
        new(["ecs:DescribeServiceRevisions"], [Arn("ecs", $"service-revision/{Plan.AwsNames.Prefix}/{Service.Name}/*")]),
        new(["cloudwatch:GetMetricData"], ["*"]),
        new(["ecs:DescribeTasks", "ecs:ListTasks"], [Arn("ecs", $"task/{Plan.AwsNames.Prefix}/*"), Arn("ecs", $"container-instance/{Plan.AwsNames.Prefix}/*")]),
        new(["logs:GetLogEvents"], [Arn("logs", $"log-group:{Plan.AwsNames.LogGroup(Service.Name)}:*")]),
    ];

    private string Repository => Arn("ecr", $"repository/{Plan.AwsNames.Repository(Service.Name)}");

    private string Arn(string what, string resource) => $"arn:{RegionTable.Of(Plan.Region).Partition}:{what}:{Plan.Region}:${{AWS::AccountId}}:{resource}";
}
