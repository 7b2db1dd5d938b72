namespace Landfall.Config.Plan;

/// <summary>A model's review of pull requests.</summary>
public sealed record PipelineReviewPlan
{
    /// <summary>The id of the model or the inference profile.</summary>
    public required string Model { get; init; }

    /// <summary>The severity from which on a finding fails the job; null for none.</summary>
    public required string? FailOn { get; init; }

    /// <summary>The most tokens that are sent and answered together.</summary>
    public required int MaxTokens { get; init; }
}
