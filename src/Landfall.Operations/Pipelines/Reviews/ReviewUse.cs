namespace Landfall.Operations.Pipelines.Reviews;

/// <summary>What a review took.</summary>
/// <param name="InputTokens">The tokens that were sent, as Bedrock counts them.</param>
/// <param name="OutputTokens">The tokens that came back.</param>
/// <param name="Cost">Dollars, by the prices that are given; null without them.</param>
internal sealed record ReviewUse(long InputTokens, long OutputTokens, decimal? Cost);
