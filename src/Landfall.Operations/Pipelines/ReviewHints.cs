using Landfall.Config.Plan;

namespace Landfall.Operations.Pipelines;

/// <summary>What somebody has to do before a model can review, whoever runs the pipeline.</summary>
internal static class ReviewHints
{
    /// <summary>Says it.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <returns>The lines, as comments; none where nothing is reviewed.</returns>
    public static IEnumerable<string> Of(PipelinePlan pipeline) =>
        pipeline.Review is { } review ? [$"# The model that reviews has to be turned on in Amazon Bedrock of {pipeline.Stages[0].Region}: {review.Model}"] : [];
}
