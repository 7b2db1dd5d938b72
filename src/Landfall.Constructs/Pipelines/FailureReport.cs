using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.IAM;
using Landfall.Constructs.Grants;

namespace Landfall.Constructs.Pipelines;

/// <summary>
/// Says on a pull request why its build failed. A run that fails comes to no later stage, so that an event starts the project (CodePipeline
/// User Guide, "Monitoring CodePipeline events"). It has the token, and gets of the pull request only what <c>build explain</c> says of logs.
/// </summary>
internal static class FailureReport
{
    private const string Variable = "EXECUTION";

    /// <summary>Adds the project, and what starts it.</summary>
    /// <param name="stack">The pipeline's stack.</param>
    /// <param name="pipeline">The pipeline of pull requests.</param>
    /// <param name="projects">The projects whose logs say why they failed.</param>
    public static void Create(PipelineStack stack, string pipeline, IReadOnlyList<BuildProject> projects)
    {
        if (PullToken.Of(stack) is not { } token)
        {
            return;
        }

        var project = BuildProject.Create(
            stack,
            "report-failure",
            "Says on a pull request why its build failed",
            Buildspec.Write(stack.Commands.InstallAlone, Commands(stack, token, pipeline), [], []),
            [
                .. token.Allowed,
                new Statement(["codepipeline:ListActionExecutions"], [stack.Names.Arn("codepipeline", pipeline)]),
                new Statement(["codebuild:BatchGetBuilds"], [.. projects.Select(one => one.Arn)]),
                new Statement(["logs:GetLogEvents"], [$"{stack.LogGroupArn}:log-stream:*"]),
            ],
            [],
            token.Variable,
            isAction: false);
        var role = new CfnRole(stack, "FailedRole", new CfnRoleProps
        {
            RoleName = stack.Plan.AwsNames.Role("failed"),
            Description = $"Says why a run of {pipeline} failed",
            AssumeRolePolicyDocument = PolicyJson.Trust("events.amazonaws.com", stack.Names.Account),
            Policies = new object[] { new CfnRole.PolicyProperty { PolicyName = "start", PolicyDocument = PolicyJson.Of([new Statement(["codebuild:StartBuild"], [project.Arn])]) } },
        });
        _ = new CfnRule(stack, "Failed", new CfnRuleProps
        {
            Name = $"{stack.Plan.Prefix}-failed",
            Description = $"Runs of {pipeline} that failed",
            EventPattern = new Dictionary<string, object>
            {
                ["source"] = new[] { "aws.codepipeline" },
                ["detail-type"] = new[] { "CodePipeline Pipeline Execution State Change" },
                ["detail"] = new Dictionary<string, object> { ["pipeline"] = new[] { pipeline }, ["state"] = new[] { "FAILED" } },
            },
            Targets = new object[]
            {
                new CfnRule.TargetProperty
                {
                    Id = "project",
                    Arn = project.Arn,
                    RoleArn = role.AttrArn,

                    // The parameters of StartBuild; a text that stands for itself gets its quotation marks (Amazon EventBridge User Guide,
                    // "Amazon EventBridge input transformation").
                    InputTransformer = new CfnRule.InputTransformerProperty
                    {
                        InputPathsMap = new Dictionary<string, string> { ["execution"] = "$.detail.execution-id" },
                        InputTemplate = $$"""{"environmentVariablesOverride":[{"name":"{{Variable}}","type":"PLAINTEXT","value":<execution>}]}""",
                    },
                },
            },
        });
    }

    /// <summary>
    /// An action's external execution is the build (CodePipeline API Reference, ActionExecutionResult). What failed when it was to be shown
    /// is no build of the pull request's.
    /// </summary>
    private static IReadOnlyList<string> Commands(PipelineStack stack, PullToken token, string pipeline)
    {
        var region = stack.Pipeline.Region;
        return
        [
            $"actions() {{ aws codepipeline list-action-executions --pipeline-name {pipeline} --filter pipelineExecutionId=\"${Variable}\" --query \"$1\" --output text; }}",
            "COMMIT=$(actions \"actionExecutionDetails[?actionName=='Source'].output.outputVariables.CommitId | [0]\")",
            "actions \"actionExecutionDetails[?status=='Failed' && stageName!='Source' && stageName!='Report'].[stageName, actionName, output.executionResult.externalExecutionId]\" > failed",
            "mkdir failures",
            "while read -r STAGE ACTION BUILD; do case \"$STAGE\" in Images) JOB=${ACTION//_/-} ;; *) JOB=$STAGE ;; esac; dotnet landfall build explain --build \"$BUILD\" > \"failures/failure-$JOB.txt\" < /dev/null || echo \"Why $BUILD has failed is not known.\"; done < failed",
            .. token.Service,

            // The address of this build is of the console of the partition.
            "CONSOLE=$(echo \"$CODEBUILD_BUILD_URL\" | cut -d / -f 1-3)",
            $"if test -s failed; then dotnet landfall pipeline report {token.Place} --failure \"$PWD/failures\" --name {stack.Plan.Prefix} --url \"$CONSOLE/codesuite/codepipeline/pipelines/{pipeline}/executions/${Variable}/timeline?region={region}\"; else echo 'No build of the pull request has failed.'; fi",
        ];
    }
}
