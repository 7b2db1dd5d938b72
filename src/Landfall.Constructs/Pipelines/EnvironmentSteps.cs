using Landfall.Config.Pipelines;
using Landfall.Config.Plan;
using Landfall.Constructs.Grants;

namespace Landfall.Constructs.Pipelines;

/// <summary>The two projects of an environment: one shows the change, one deploys it.</summary>
/// <param name="stack">The pipeline's stack.</param>
/// <param name="stage">The environment.</param>
internal sealed class EnvironmentSteps(PipelineStack stack, PipelineStagePlan stage)
{
    private const string Profile = "landfall";

    /// <summary>What the actions of the environment get: the source, its images, and besides what is given.</summary>
    public IReadOnlyList<string> Inputs(params IReadOnlyList<string> more) => [Actions.Source, .. more, .. stage.Builds.Select(ImageSteps.Artifact)];

    private bool IsElsewhere => stage.Account != stack.Pipeline.Account;

    private RolePlace Place => new(stack.Plan.App, stage, stage.Account ?? stack.Names.Account);

    /// <summary>The name of the action and of the artifact that carries the change: variables of a shell take no hyphens.</summary>
    public string Artifact => ArtifactOf(stage);

    /// <summary>The same of any environment.</summary>
    public static string ArtifactOf(PipelineStagePlan stage) => $"Change_{stage.Environment.Replace('-', '_')}";

    /// <summary>The project that shows the change.</summary>
    public BuildProject Change() => BuildProject.Create(
        stack,
        $"change-{stage.Environment}",
        $"Shows what a deployment would change in {stage.Environment}",
        Buildspec.Write(
            stack.Commands.Install,
            [
                .. Elsewhere(Place.Names.ChangeRole),
                .. stack.Commands.Change(stage, ImageSteps.Place),
                $"if {PipelineCommands.DoesHarm(stage)}; then export HARM=yes; else export HARM=no; fi",
                // A variable of an approval has at most 1000 characters (CodePipeline User Guide, "Quotas"), in one line.
                $"export CHANGE=$(tr '\\n' '|' < {PipelineCommands.ChangeText(stage)} | cut -c 1-700)",
            ],
            ["HARM", "CHANGE", "CODEBUILD_BUILD_URL"],
            [PipelineCommands.ChangeFile(stage), PipelineCommands.ChangeText(stage)]),
        Allowed(Place.Names.ChangeRole, EnvironmentPermissions.Change(Place)),
        []);

    /// <summary>
    /// The project that deploys. A stage that is rolled back gets the files of the run that it goes back to
    /// (CodePipeline User Guide, "Configuring stage rollback"), whose change is long made: the source is deployed instead, and
    /// harm that nobody has approved is refused. Harm is deployed only after somebody's approval in this very run: a stage whose
    /// condition could not be judged is skipped too.
    /// </summary>
    public BuildProject Deploy()
    {
        var name = stack.Plan.Prefix;
        return BuildProject.Create(
            stack,
            $"deploy-{stage.Environment}",
            $"Deploys to {stage.Environment}",
            Buildspec.Write(
                stack.Commands.Install,
                [
                    $"cp \"$CODEBUILD_SRC_DIR_{Artifact}\"/change-{stage.Environment}.* .",
                    $"KIND=$(aws codepipeline get-pipeline-execution --pipeline-name {name} --pipeline-execution-id \"$EXECUTION\" --query pipelineExecution.executionType --output text)",
                    $"if [ \"$KIND\" != ROLLBACK ] && {PipelineCommands.DoesHarm(stage)}; then test \"$(aws codepipeline list-action-executions --pipeline-name {name} --filter pipelineExecutionId=\"$EXECUTION\" --query \"length(actionExecutionDetails[?stageName=='Approve-{stage.Environment}' && status=='Succeeded'])\" --output text)\" != 0 || {{ echo 'Nobody has approved what this change does.'; exit 1; }}; fi",
                    .. Elsewhere(Place.Names.DeployRole),
                    $"if [ \"$KIND\" = ROLLBACK ]; then dotnet landfall deploy {stack.Pipeline.Source.Folder} --env {stage.Environment}{PipelineCommands.Given(stage, ImageSteps.Place)} --yes --rollback-on-failure; else {stack.Commands.Deploy(stage, ImageSteps.Place)}; fi",
                ],
                [],
                []),
            [
                new Statement(["codepipeline:GetPipelineExecution", "codepipeline:ListActionExecutions"], [stack.Names.Arn("codepipeline", name)]),
                .. Allowed(Place.Names.DeployRole, EnvironmentPermissions.Deploy(Place)),
            ],
            []);
    }

    /// <summary>In another account a role is taken there, which the SDKs take anew when its hour is over.</summary>
    private IReadOnlyList<string> Elsewhere(string role) => IsElsewhere
        ?
        [
            $"aws configure set role_arn {Place.Role(role)} --profile {Profile}",
            $"aws configure set credential_source EcsContainer --profile {Profile}",
            $"export AWS_PROFILE={Profile}",
        ]
        : [];

    private IReadOnlyList<Statement> Allowed(string role, IReadOnlyList<Permission> permissions) =>
        IsElsewhere ? [new Statement(["sts:AssumeRole"], [Place.Role(role)])] : PipelineStack.Statements(permissions);
}
