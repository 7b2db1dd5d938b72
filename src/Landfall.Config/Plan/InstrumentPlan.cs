namespace Landfall.Config.Plan;

/// <summary>An agent that is put into a service's program.</summary>
/// <param name="Language">What the program is written in.</param>
/// <param name="Image">The image that the agent is copied from.</param>
public sealed record InstrumentPlan(InstrumentLanguage Language, string Image);
