using Landfall.Config.Stacks;

namespace Landfall.Config.Pipelines;

/// <summary>
/// What a pipeline's roles need in an environment's account, and no more: to read what runs, and to deploy. Whatever
/// resources need is the CDK's roles', which <c>cdk bootstrap</c> has made.
/// </summary>
internal static class EnvironmentPermissions
{
    // CDK's DefaultStackSynthesizer; what Landfall synthesises names these roles.
    private const string Bootstrap = "cdk-hnb659fds";

    // What the ids of inference profiles begin with (Amazon Bedrock User Guide, "Supported Regions and models for inference profiles").
    private static readonly HashSet<string> ProfileAreas = new(StringComparer.Ordinal) { "us", "us-gov", "eu", "apac", "jp", "au", "ca", "global" };

    private const string BootstrapVersion = "parameter/cdk-bootstrap/hnb659fds/version";

    /// <summary>What bringing earlier builds from an environment's registry needs.</summary>
    /// <param name="place">The environment.</param>
    /// <returns>The permissions.</returns>
    public static IReadOnlyList<Permission> Images(RolePlace place) =>
    [
        // It has no resource (Service Authorization Reference, "Amazon ECR").
        new(["ecr:GetAuthorizationToken"], ["*"]),
        new(["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], [place.Arn("ecr", $"repository/{place.Names.Repository("*")}")]),
    ];

    /// <summary>What <c>diff</c> needs.</summary>
    /// <param name="place">The environment.</param>
    /// <returns>The permissions.</returns>
    public static IReadOnlyList<Permission> Change(RolePlace place) =>
    [
        // Listing stacks, of which an environment's are known by their tags, has no resource to name in a policy
        // (Service Authorization Reference, "CloudFormation").
        new(["cloudformation:DescribeStacks", "cloudformation:ListStacks"], ["*"]),
        new(["cloudformation:DescribeStackEvents", "cloudformation:GetTemplate", "cloudformation:ListStackResources"], [.. place.Arns("cloudformation", $"stack/{place.Names.Stack("*")}")]),
        new(["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"],
            [.. place.Arns("ssm", BootstrapVersion), .. place.Arns("ssm", $"parameter{place.Names.ParameterRoot}"), .. place.Arns("ssm", $"parameter{place.Names.ParameterRoot}/*")]),
        .. Images(place),
        // How much would be lost.
        new(["dynamodb:DescribeTable"], [place.Arn("dynamodb", $"table/{place.Names.Prefix}-*")]),
        new(["sqs:GetQueueAttributes"], [place.Arn("sqs", $"{place.Names.Prefix}-*")]),
        new(["s3:ListBucket"], [$"arn:{place.Partition}:s3:::{place.Names.Prefix}-*"]),
        new(["logs:DescribeLogGroups"], [place.Arn("logs", $"log-group:{place.Names.ParameterRoot}/*")]),
    ];

    /// <summary>
    /// What asking a model needs. An inference profile's requests go to its model in any of its regions (Amazon Bedrock User Guide,
    /// "Prerequisites for inference profiles").
    /// </summary>
    /// <param name="place">The environment.</param>
    /// <param name="model">The id of the model or the profile.</param>
    /// <returns>The permissions.</returns>
    public static IReadOnlyList<Permission> Review(RolePlace place, string model) => model.Split('.', 2) is [var area, var own] && ProfileAreas.Contains(area)
        ? [new(["bedrock:InvokeModel"], [place.Arn("bedrock", $"inference-profile/{model}"), $"arn:{place.Partition}:bedrock:*::foundation-model/{own}"])]
        : [new(["bedrock:InvokeModel"], [$"arn:{place.Partition}:bedrock:{place.Stage.Region}::foundation-model/{model}"])];

    /// <summary>What <c>deploy</c> needs.</summary>
    /// <param name="place">The environment.</param>
    /// <returns>The permissions.</returns>
    public static IReadOnlyList<Permission> Deploy(RolePlace place) =>
    [
        .. Change(place),
        new(["sts:AssumeRole"], [.. place.Regions.SelectMany(region => BootstrapRoles(place.Partition, place.Account, region))]),
        // Protection is turned on by an update of its own, with the role that the stack was deployed with (ADR 15).
        new(
            ["cloudformation:CancelUpdateStack", "cloudformation:DeleteStack", "cloudformation:DescribeChangeSet", "cloudformation:UpdateStack", "cloudformation:UpdateTerminationProtection"],
            [.. place.Arns("cloudformation", $"stack/{place.Names.Stack("*")}")]),
        new(["ssm:DeleteParameter", "ssm:GetParameter", "ssm:PutParameter"],
            [place.Arn("ssm", $"parameter{place.Names.Lock}"), .. place.Regions.Count > 1 ? [place.Arn("ssm", $"parameter{place.Names.ParameterRoot}/{EdgeGlobal.ValuesPart}/*")] : Array.Empty<string>()]),
        .. TrailPermissions.Write(place.Names, place.Partition, place.Stage.Region, place.Account),
        .. place.Stage.Builds.Count == 0 ? [] : new Permission[]
        {
            new(["ecr:CompleteLayerUpload", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart"], [place.Arn("ecr", $"repository/{place.Names.Repository("*")}")]),
        },
        // Why a task fails: its service, its containers' last lines and the health of its targets. The first three of these
        // have no resource of the environment's (Service Authorization Reference, "Amazon ECS", "Elastic Load Balancing V2").
        new(["ecs:DescribeTaskDefinition", "elasticloadbalancing:DescribeTargetHealth"], ["*"]),
        new(
            ["ecs:DescribeServices", "ecs:DescribeTasks", "ecs:ListTasks"],
            [place.Arn("ecs", $"service/{place.Names.Prefix}/*"), place.Arn("ecs", $"task/{place.Names.Prefix}/*"), place.Arn("ecs", $"container-instance/{place.Names.Prefix}/*")]),
        // Whether a rollout waits, and whether its new version is worse, in which case it is stopped. CloudWatch's metrics have no
        // resource (Service Authorization Reference, "Amazon CloudWatch").
        new(["cloudwatch:GetMetricData"], ["*"]),
        new(
            ["ecs:DescribeServiceDeployments", "ecs:DescribeServiceRevisions", "ecs:ListServiceDeployments", "ecs:StopServiceDeployment"],
            [place.Arn("ecs", $"service/{place.Names.Prefix}/*"), place.Arn("ecs", $"service-deployment/{place.Names.Prefix}/*"), place.Arn("ecs", $"service-revision/{place.Names.Prefix}/*")]),
        new(["logs:FilterLogEvents", "logs:GetLogEvents"], [place.Arn("logs", $"log-group:{place.Names.ParameterRoot}/*")]),
        new(["secretsmanager:DescribeSecret"], [place.Arn("secretsmanager", $"secret:{place.Names.Secret("*")}")]),
        // Before the first release of a service there is no image: the deployment says so, and takes it back with the service.
        new(["ssm:DeleteParameter", "ssm:PutParameter"], [place.Arn("ssm", $"parameter{place.Names.ImageParameter("*")}")]),
        .. place.Stage.Sites.Count == 0 ? [] : new Permission[]
        {
            // Files of earlier releases are marked, and removed days later.
            new(["s3:GetObject", "s3:GetObjectTagging", "s3:PutObject", "s3:PutObjectTagging"], [.. place.Stage.Sites.Select(site => SiteFiles(place, site))]),
        },
    ];

    /// <summary>What taking an environment down needs besides: whether a database of somebody's stands on its subnets.</summary>
    /// <returns>The permissions.</returns>
    public static IReadOnlyList<Permission> Destroy() =>
    [
        // RDS lists all or what is named (Service Authorization Reference, "Amazon RDS").
        new(["rds:DescribeDBClusters", "rds:DescribeDBInstances"], ["*"]),
    ];

    /// <summary>The CDK's roles in a region of an account.</summary>
    public static IEnumerable<string> BootstrapRoles(string partition, string account, string region) =>
        new[] { "deploy", "file-publishing", "lookup" }.Select(role => $"arn:{partition}:iam::{account}:role/{Bootstrap}-{role}-role-{account}-{region}");

    private static string SiteFiles(RolePlace place, string site) =>
        $"arn:{place.Partition}:s3:::{place.Names.Prefix}-{OwnBuckets.Site(site)}-*/*";
}
