namespace Landfall.Config.Plan;

/// <summary>A Secrets Manager secret.</summary>
/// <param name="Name">The name under which services use it.</param>
/// <param name="GenerateLength">Length of the generated value, or null when a person supplies it after the first deployment.</param>
public sealed record SecretPlan(string Name, int? GenerateLength);
