namespace Landfall.Config.Plan;

/// <summary>A chat that alarms are written to.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Webhook">The secret that holds its webhook's address; no other chat of the environment has it.</param>
/// <param name="Sign">The secret that messages are signed with, or null.</param>
public sealed record ChatPlan(ChatKind Kind, string Webhook, string? Sign);
