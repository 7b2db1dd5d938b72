using Landfall.Config.Loading;
using Landfall.Config.Model;
using Landfall.Config.Regions;

namespace Landfall.Config.Validation;

/// <summary>Checks that a model's review of pull requests can be made where it is asked for.</summary>
internal static class PipelineReviewValidator
{
    /// <summary>Reports what is wrong with a review.</summary>
    /// <param name="pipeline">Its pipeline.</param>
    /// <param name="source">Where the code comes from.</param>
    /// <param name="environments">The environments.</param>
    /// <param name="problems">Gets what is wrong.</param>
    public static void Check(PipelineModel pipeline, PipelineSourceModel source, IReadOnlyList<EnvironmentSettings> environments, ProblemList problems)
    {
        if (source.Knows("codecommit") && source.Codecommit)
        {
            problems.Add(pipeline.MarkOf("review"), ErrorCodes.PipelineSource, "'review' is for 'github', 'gitlab' and 'connection': pull requests of CodeCommit are not built. Run 'landfall pipeline review' in a build that has the repository, and remove 'review'.");
        }
        else if (source.Knows("connection", "token", "pullRequest") && source is { Connection: not null, PullRequest: true, Token: null })
        {
            // CodePipeline User Guide, "Add a CodeBuild action with full clone": who may clone one repository of a connection may clone all.
            problems.Add(
                pipeline.MarkOf("review"),
                ErrorCodes.PipelineSource,
                "'review' needs 'token' in 'source': CodePipeline hands its builds the files of one commit, and nothing to compare them with, so that the repository is cloned with it. Add 'token', or remove 'review'.");
        }
        else if (source.Knows("pullRequest") && !source.PullRequest)
        {
            problems.Warn(pipeline.MarkOf("review"), ErrorCodes.NoEffect, "'review' has no effect: it is of pull requests, which are not built. Add 'pullRequest: true' to 'source', or remove 'review'.");
        }

        if (pipeline.Knows("stages") && pipeline.Stages is [var first, ..] && environments.FirstOrDefault(environment => environment.Name == first.Environment) is { } home
            && RegionTable.Find(home.Settings.Region) is { } region && region.MissingFeatures.Contains("bedrock"))
        {
            problems.Add(pipeline.MarkOf("review"), ErrorCodes.NotInRegion, $"The model of 'review' is asked in the region of the first environment, and {region.Name} has no Amazon Bedrock. Remove 'review'.");
        }
    }
}
