using Amazon.CDK.AWS.CodePipeline;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Landfall.Config.Pipelines;
using Landfall.Config.Plan;
using Landfall.Constructs.Grants;

namespace Landfall.Constructs.Pipelines;

/// <summary>The pipeline itself: its projects, its stages in order, and what starts it.</summary>
internal static class Delivery
{
    private const string PullRequests = "pull-requests";

    /// <summary>Adds the pipeline to its stack, and one for pull requests where they are built too.</summary>
    public static void Create(PipelineStack stack, CfnBucket artifacts)
    {
        var pipeline = stack.Pipeline;
        var build = BuildProject.Create(
            stack, "build", "Checks the file and writes the templates", Buildspec.Write(stack.Commands.Install, stack.Commands.Build, [], []), [], []);
        var update = BuildProject.Create(
            stack,
            "update",
            "Brings the pipeline itself up to date",
            Buildspec.Write(stack.Commands.Install, [stack.Commands.Update], [], []),
            PipelineStack.Statements(PipelinePermissions.Update(stack.Plan.AwsNames, pipeline, stack.Names.Account)),
            []);
        List<BuildProject> projects = [build, update];
        List<object> stages =
        [
            Stage("Source", Actions.Checkout(pipeline.Source)),
            Stage("Build", Actions.Build("Build", build, [Actions.Source])),
            Stage("Update", Actions.Build("Update", update, [Actions.Source])),
        ];
        List<object> shown = [.. stages.Take(2)];
        if (stack.Commands.Architectures is { Count: > 0 } architectures)
        {
            var images = architectures.Select(architecture => (Architecture: architecture, Project: ImageSteps.Create(stack, architecture))).ToList();
            stages.Add(Stage("Images", [.. images.Select(one => Actions.Build(ImageSteps.Artifact(one.Architecture), one.Project, [Actions.Source], ImageSteps.Artifact(one.Architecture)))]));
            shown.Add(stages[^1]);
            projects.AddRange(images.Select(one => one.Project));
        }

        foreach (var environment in pipeline.Stages)
        {
            var steps = new EnvironmentSteps(stack, environment);
            var (change, deploy) = (steps.Change(), steps.Deploy());
            var space = $"Change-{environment.Environment}";
            stages.Add(Stage(space, Actions.Build("Change", change, steps.Inputs(), steps.Artifact, space)));
            shown.Add(stages[^1]);
            stages.Add(Approval(environment, space, ApprovalTopic.Create(stack, environment)));
            stages.Add(Stage($"Deploy-{environment.Environment}", Actions.Build("Deploy", deploy, steps.Inputs(steps.Artifact)), rollsBack: true));
            projects.AddRange([change, deploy]);
        }

        if (PullRequestReport.Create(stack) is { } report)
        {
            shown[0] = Stage("Source", Actions.Checkout(pipeline.Source, PullRequestReport.SourceSpace));
            FailureReport.Create(stack, $"{stack.Plan.Prefix}-{PullRequests}", [.. projects]);
            var review = PullRequestReview.Create(stack);
            shown.Add(Stage("Report", [report.Action(), .. review is null ? Array.Empty<CfnPipeline.ActionDeclarationProperty>() : [review.Action()]]));
            projects.AddRange(review is null ? [report.Project] : [report.Project, review.Project]);
        }

        var role = Role(stack, projects);
        Add(stack, "Pipeline", stack.Plan.Prefix, role, artifacts, stages, Mode(pipeline.Mode), pipeline.Source.Connection is null ? null : Push(pipeline.Source));
        if (pipeline.Source is { PullRequest: true, Connection: not null })
        {
            // Another pipeline: a pull request's code comes no further than the change that it would make. Its runs are of several
            // pull requests, of which none overtakes another (CodePipeline User Guide, "Set or change the pipeline execution mode").
            Add(stack, "PullRequests", $"{stack.Plan.Prefix}-{PullRequests}", role, artifacts, shown, "PARALLEL", PullRequest(pipeline.Source));
        }

        if (pipeline.Source.Host == PipelineHost.CodeCommit)
        {
            PushRule.Create(stack, pipeline.Source);
        }
    }

    private static void Add(PipelineStack stack, string id, string name, CfnRole role, CfnBucket artifacts, List<object> stages, string mode, CfnPipeline.GitConfigurationProperty? trigger) =>
        _ = new CfnPipeline(stack, id, new CfnPipelineProps
        {
            Name = name,
            PipelineType = "V2",
            ExecutionMode = mode,
            RoleArn = role.AttrArn,
            // After its own update a pipeline goes on as it is now.
            RestartExecutionOnUpdate = true,
            ArtifactStore = new CfnPipeline.ArtifactStoreProperty { Type = "S3", Location = artifacts.Ref },
            Stages = stages.ToArray(),
            Triggers = trigger is null
                ? null
                : new object[] { new CfnPipeline.PipelineTriggerDeclarationProperty { ProviderType = "CodeStarSourceConnection", GitConfiguration = trigger } },
        });

    private static string Mode(PipelineMode mode) => mode == PipelineMode.Queued ? "QUEUED" : "SUPERSEDED";

    private static CfnPipeline.StageDeclarationProperty Stage(string name, CfnPipeline.ActionDeclarationProperty action, bool rollsBack = false) => Stage(name, [action], rollsBack);

    private static CfnPipeline.StageDeclarationProperty Stage(string name, IReadOnlyList<CfnPipeline.ActionDeclarationProperty> actions, bool rollsBack = false) => new()
    {
        Name = name,
        Actions = actions.ToArray<object>(),
        OnFailure = rollsBack ? new CfnPipeline.FailureConditionsProperty { Result = "ROLLBACK" } : null,
    };

    /// <summary>
    /// Waits for somebody: always, or where the change does harm (CodePipeline User Guide, "Configure conditions for a stage":
    /// a stage whose condition before entry is not met is skipped).
    /// </summary>
    private static CfnPipeline.StageDeclarationProperty Approval(PipelineStagePlan environment, string space, string? topic) => new()
    {
        Name = $"Approve-{environment.Environment}",
        Actions = new object[] { Actions.Approve(environment, space, topic) },
        BeforeEntry = environment.Approval
            ? null
            : new CfnPipeline.BeforeEntryConditionsProperty
            {
                Conditions = new object[]
                {
                    new CfnPipeline.ConditionProperty
                    {
                        Result = "SKIP",
                        Rules = new object[]
                        {
                            new CfnPipeline.RuleDeclarationProperty
                            {
                                Name = "DoesHarm",
                                RuleTypeId = new CfnPipeline.RuleTypeIdProperty { Category = "Rule", Owner = "AWS", Provider = "VariableCheck", Version = "1" },
                                Configuration = new Dictionary<string, object> { ["Variable"] = $"#{{{space}.HARM}}", ["Value"] = "yes", ["Operator"] = "EQ" },
                            },
                        },
                    },
                },
            },
    };

    private static CfnPipeline.GitConfigurationProperty Push(PipelineSourcePlan source) => new()
    {
        SourceActionName = "Source",
        Push = new object[]
        {
            new CfnPipeline.GitPushFilterProperty
            {
                Branches = source.Tags.Count > 0 ? null : new CfnPipeline.GitBranchFilterCriteriaProperty { Includes = [source.Branch] },
                Tags = source.Tags.Count == 0 ? null : new CfnPipeline.GitTagFilterCriteriaProperty { Includes = [.. source.Tags] },
                FilePaths = source.Paths.Count == 0 || source.Tags.Count > 0 ? null : new CfnPipeline.GitFilePathFilterCriteriaProperty { Includes = [.. source.Paths] },
            },
        },
    };

    private static CfnPipeline.GitConfigurationProperty PullRequest(PipelineSourcePlan source) => new()
    {
        SourceActionName = "Source",
        PullRequest = new object[]
        {
            new CfnPipeline.GitPullRequestFilterProperty
            {
                Events = ["OPEN", "UPDATED"],
                Branches = new CfnPipeline.GitBranchFilterCriteriaProperty { Includes = [source.Branch] },
                FilePaths = source.Paths.Count == 0 ? null : new CfnPipeline.GitFilePathFilterCriteriaProperty { Includes = [.. source.Paths] },
            },
        },
    };

    private static CfnRole Role(PipelineStack stack, IReadOnlyList<BuildProject> projects)
    {
        var source = stack.Pipeline.Source;
        List<Statement> allowed =
        [
            new(["s3:GetBucketVersioning"], [stack.ArtifactsArn]),
            new(["s3:GetObject", "s3:PutObject"], [$"{stack.ArtifactsArn}/*"]),
            new(["codebuild:BatchGetBuilds", "codebuild:StartBuild"], [.. projects.Select(project => project.Arn)]),
            source.Connection is { } connection
                ? new(["codeconnections:UseConnection", "codestar-connections:UseConnection"], [connection])
                : new(
                    ["codecommit:CancelUploadArchive", "codecommit:GetBranch", "codecommit:GetCommit", "codecommit:GetRepository", "codecommit:GetUploadArchiveStatus", "codecommit:UploadArchive"],
                    [stack.Names.Arn("codecommit", source.Repository)]),
        ];
        var topics = stack.Pipeline.Stages.Where(stage => stage.Notify.Count > 0).Select(stage => ApprovalTopic.Arn(stack, stage)).ToList();
        if (topics.Count > 0)
        {
            allowed.Add(new(["sns:Publish"], topics));
        }

        var role = new CfnRole(stack, "PipelineRole", new CfnRoleProps
        {
            RoleName = stack.Plan.AwsNames.Role("delivery"),
            Description = $"Runs the pipeline {stack.Plan.Prefix}",
            AssumeRolePolicyDocument = PolicyJson.Trust("codepipeline.amazonaws.com", stack.Names.Account),
            Policies = new object[] { new CfnRole.PolicyProperty { PolicyName = "pipeline", PolicyDocument = PolicyJson.Of(allowed) } },
        });
        Wildcards.Accept(stack, role, allowed, "The objects of a run are named by CodePipeline.");
        return role;
    }
}
