namespace Landfall.Config.Plan;

/// <summary>That an environment is a pull request's.</summary>
/// <param name="Of">The environment that it copies.</param>
/// <param name="Limit">How many of its kind there are at once.</param>
public sealed record PreviewPlan(string Of, int Limit);
