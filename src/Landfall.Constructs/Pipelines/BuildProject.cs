using Amazon.CDK.AWS.CodeBuild;
using Amazon.CDK.AWS.IAM;
using Landfall.Config.Pipelines;
using Landfall.Config.Plan;
using Landfall.Constructs.Grants;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Pipelines;

/// <summary>A CodeBuild project of a pipeline, with a role of its own.</summary>
/// <param name="Name">The project's name.</param>
/// <param name="Arn">Its ARN.</param>
internal sealed record BuildProject(string Name, string Arn)
{
    // AWS CodeBuild User Guide, "Quotas": at most 2160 minutes. A deployment with a database takes half an hour.
    private const int Minutes = 240;

    /// <summary>Adds the project and its role to the pipeline's stack.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="purpose">What it is for, for example <c>deploy-dev</c>.</param>
    /// <param name="description">The same in words.</param>
    /// <param name="buildspec">What it runs.</param>
    /// <param name="allowed">What it may do besides reading the pipeline's artifacts and writing its log.</param>
    /// <param name="builds">The architectures of the images that it builds.</param>
    /// <param name="secret">A variable that has a secret's value, or null.</param>
    /// <param name="isAction">False for what something else starts than a pipeline: it gets no files.</param>
    /// <returns>The project.</returns>
    public static BuildProject Create(
        PipelineStack stack, string purpose, string description, string buildspec, IReadOnlyList<Statement> allowed, IReadOnlyList<CpuArchitecture> builds, (string Name, string Secret)? secret = null, bool isAction = true)
    {
        var id = ConstructId.From(purpose);
        var name = $"{stack.Plan.Prefix}-{purpose}";
        var arm = builds is [CpuArchitecture.Arm64];
        var logs = $"{stack.LogGroupArn}:log-stream:{purpose}/*";
        var arn = stack.Names.Arn("codebuild", $"project/{name}");
        var statements = RolePolicies.Merge(
        [
            new Statement(["logs:CreateLogStream", "logs:PutLogEvents"], [logs]),
            .. isAction ? [new Statement(["s3:GetObject", "s3:PutObject"], [$"{stack.ArtifactsArn}/*"])] : Array.Empty<Statement>(),

            // To explain why it failed, a build reads its own log.
            new Statement(["codebuild:BatchGetBuilds"], [arn]),
            new Statement(["logs:GetLogEvents"], [logs]),
            .. allowed,
        ]);
        var role = new CfnRole(stack, $"{id}Role", new CfnRoleProps
        {
            RoleName = stack.Plan.AwsNames.Role(purpose),
            Description = description,
            AssumeRolePolicyDocument = PolicyJson.Trust("codebuild.amazonaws.com", stack.Names.Account),
            Policies = new object[]
            {
                new CfnRole.PolicyProperty
                {
                    PolicyName = "build",
                    PolicyDocument = PolicyJson.Of(statements),
                },
            },
        });
        Wildcards.Accept(stack, role, statements, "What an environment has is named by its file, the objects and log streams of a run by AWS.");
        var project = new CfnProject(stack, $"{id}Project", new CfnProjectProps
        {
            Name = name,
            Description = description,
            ServiceRole = role.AttrArn,
            Artifacts = new CfnProject.ArtifactsProperty { Type = isAction ? "CODEPIPELINE" : "NO_ARTIFACTS" },
            Source = new CfnProject.SourceProperty { Type = isAction ? "CODEPIPELINE" : "NO_SOURCE", BuildSpec = buildspec },
            Environment = new CfnProject.EnvironmentProperty
            {
                Type = arm ? "ARM_CONTAINER" : "LINUX_CONTAINER",
                Image = arm ? BuildImages.Arm64 : BuildImages.X86,
                ComputeType = "BUILD_GENERAL1_MEDIUM",
                ImagePullCredentialsType = "CODEBUILD",
                // Only what builds images runs Docker's daemon.
                PrivilegedMode = builds.Count > 0,
                EnvironmentVariables = secret is { } value
                    ? new object[] { new CfnProject.EnvironmentVariableProperty { Name = value.Name, Type = "SECRETS_MANAGER", Value = value.Secret } }
                    : null,
            },
            LogsConfig = new CfnProject.LogsConfigProperty
            {
                CloudWatchLogs = new CfnProject.CloudWatchLogsConfigProperty { Status = "ENABLED", GroupName = stack.LogGroupName, StreamName = purpose },
            },
            TimeoutInMinutes = Minutes,
        });
        stack.Accept(project, "AwsSolutions-CB4", "CodeBuild encrypts with the account's key for S3; what a run hands on is encrypted by the pipeline's bucket.");
        return new BuildProject(project.Ref, arn);
    }
}
