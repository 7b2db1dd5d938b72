using System.Globalization;
using Landfall.Config.Plan;

namespace Landfall.Operations.Pipelines;

/// <summary>What lets a model review a pull request, whoever runs it.</summary>
internal static class ReviewCommand
{
    /// <summary>What somebody has to do before, as comments.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <returns>The lines; none where nothing is reviewed.</returns>
    public static IEnumerable<string> Hints(PipelinePlan pipeline) =>
        pipeline.Review is { } review ? [$"# The model that reviews has to be turned on in Amazon Bedrock of {pipeline.Stages[0].Region}: {review.Model}"] : [];

    /// <summary>Writes the command.</summary>
    /// <param name="review">The review.</param>
    /// <param name="region">The region.</param>
    /// <param name="repository">The folder of the repository.</param>
    /// <param name="from">What the change goes to.</param>
    /// <returns>The command without where the pull request is.</returns>
    public static string Of(PipelineReviewPlan review, string region, string repository, string from) => string.Create(
        CultureInfo.InvariantCulture,
        $"dotnet landfall pipeline review {repository} --base {from} --model {review.Model} --region {region} --max-tokens {review.MaxTokens}{(review.FailOn is { } severity ? $" --fail-on {severity}" : "")}");
}
