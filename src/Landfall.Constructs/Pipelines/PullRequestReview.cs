using Amazon.CDK.AWS.CodePipeline;
using Landfall.Config.Pipelines;
using Landfall.Config.Plan;

namespace Landfall.Constructs.Pipelines;

/// <summary>
/// Lets a model review a pull request. CodePipeline hands its builds the files of one commit, and nothing to compare them with: the project
/// clones the repository with the token for pull requests, and gets nothing out of it but commits, so that no code of anybody's runs.
/// </summary>
/// <param name="Project">The project.</param>
/// <param name="First">The environment whose change it gets, since an action needs some file.</param>
internal sealed record PullRequestReview(BuildProject Project, PipelineStagePlan First)
{
    /// <summary>Adds the project to the pipeline's stack.</summary>
    /// <param name="stack">The stack.</param>
    /// <returns>The review; null where the file asks for none.</returns>
    public static PullRequestReview? Create(PipelineStack stack)
    {
        if (stack.Pipeline.Review is not { } review || PullToken.Of(stack) is not { } token)
        {
            return null;
        }

        var first = stack.Pipeline.Stages[0];
        var project = BuildProject.Create(
            stack,
            "review",
            "Lets a model review a pull request",
            Buildspec.Write(stack.Commands.InstallAlone, [.. token.Service, .. Cloning(stack), Review(stack, review, token)], [], []),
            [.. token.Allowed, .. PipelineStack.Statements(EnvironmentPermissions.Review(new RolePlace(stack.Plan.App, first, stack.Names.Account), review.Model))],
            [],
            token.Variable);
        return new PullRequestReview(project, first);
    }

    /// <summary>The action that runs it.</summary>
    /// <returns>The action.</returns>
    public CfnPipeline.ActionDeclarationProperty Action() =>
        Actions.Build("Review", Project, [EnvironmentSteps.ArtifactOf(First)], variable: ("COMMIT", $"#{{{PullRequestReport.SourceSpace}.CommitId}}"));

    /// <summary>Nothing is checked out, and git asks a function for the token: what is an argument stands in lists of processes.</summary>
    private static IReadOnlyList<string> Cloning(PipelineStack stack) =>
    [
        "case \"$PROVIDER\" in GitHub) SITE=https://github.com ;; GitLab) SITE=https://gitlab.com ;; Bitbucket) SITE=https://bitbucket.org ;; *) SITE=${ADDRESS%\"$API\"} ;; esac",
        "case \"$SERVICE\" in github) export GIT_NAME=x-access-token ;; gitlab) export GIT_NAME=oauth2 ;; *) export GIT_NAME=x-token-auth ;; esac",
        $"CLONED=yes; git -c credential.helper= -c credential.helper='!f() {{ echo \"username=$GIT_NAME\"; echo \"password=$LANDFALL_PULL_TOKEN\"; }}; f' clone --quiet --no-checkout \"$SITE/{stack.Pipeline.Source.Repository}.git\" repository || CLONED=no",
    ];

    /// <summary>A commit that is not there is a fork's. Without a severity that fails, nothing here fails the run.</summary>
    private static string Review(PipelineStack stack, PipelineReviewPlan review, PullToken token)
    {
        var fails = review.FailOn is not null;
        var command = $"{stack.Commands.Review("\"$PWD/repository\"", $"origin/{stack.Pipeline.Source.Branch}")} {token.Place} --name {stack.Plan.Prefix}{(fails ? "" : " || echo 'There is no review, which keeps nothing from going on.'")}";
        var unread = $"echo 'The repository could not be cloned: the token has to be one that may read it.'{(fails ? "; false" : "")}";
        return $"if test $CLONED = no; then {unread}; elif git -C repository cat-file -e \"$COMMIT^{{commit}}\"; then {command}; else echo 'The commit is none of the repository itself: pull requests of forks are not reviewed.'; fi";
    }
}
