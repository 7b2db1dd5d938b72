namespace Landfall.Config.Plan;

/// <summary>What an environment may cost in a month before somebody is told.</summary>
/// <param name="Monthly">The month's limit, in US dollars or, in China, yuan.</param>
/// <param name="ActualPercent">Share of it whose spending is told.</param>
/// <param name="ForecastPercent">Share of it that is told when it is expected.</param>
public sealed record BudgetPlan(int Monthly, double ActualPercent, double ForecastPercent);
