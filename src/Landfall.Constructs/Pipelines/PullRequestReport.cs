using Amazon.CDK.AWS.CodePipeline;
using Landfall.Config.Pipelines;
using Landfall.Config.Plan;

namespace Landfall.Constructs.Pipelines;

/// <summary>
/// Shows the change on the pull request. It is the only project that can read the token, and it gets nothing of the pull request
/// but the files with its changes, so that no code of anybody's, a fork's least of all, runs where the token is.
/// </summary>
/// <param name="Project">The project.</param>
/// <param name="Stages">The environments whose changes it gets.</param>
internal sealed record PullRequestReport(BuildProject Project, IReadOnlyList<PipelineStagePlan> Stages)
{
    /// <summary>Where actions find the commit (CodePipeline User Guide, "Variables reference", CodeStarSourceConnection).</summary>
    public const string SourceSpace = "Source";

    /// <summary>Adds the project to the pipeline's stack.</summary>
    /// <param name="stack">The stack.</param>
    /// <returns>The report; null where the file gives no token.</returns>
    public static PullRequestReport? Create(PipelineStack stack)
    {
        if (PullToken.Of(stack) is not { } token)
        {
            return null;
        }

        var project = BuildProject.Create(
            stack,
            "report",
            "Shows the change of a pull request on it",
            Buildspec.Write(stack.Commands.InstallAlone, [.. token.Service, Report(stack, token)], [], []),
            token.Allowed,
            [],
            token.Variable);
        return new PullRequestReport(project, stack.Pipeline.Stages);
    }

    /// <summary>The action that runs it.</summary>
    /// <returns>The action.</returns>
    public CfnPipeline.ActionDeclarationProperty Action() =>
        Actions.Build("Report", Project, [.. Stages.Select(EnvironmentSteps.ArtifactOf)], variable: ("COMMIT", $"#{{{SourceSpace}.CommitId}}"));

    private static string Report(PipelineStack stack, PullToken token)
    {
        var changes = stack.Pipeline.Stages.Select((stage, i) => $" --change \"$CODEBUILD_SRC_DIR{(i == 0 ? "" : $"_{EnvironmentSteps.ArtifactOf(stage)}")}/{PipelineCommands.ChangeFile(stage)}\"");
        return $"dotnet landfall pipeline report {token.Place}{string.Concat(changes)} --name {stack.Plan.Prefix} --url \"$CODEBUILD_BUILD_URL\"";
    }
}
