namespace Landfall.Aws.Quotas;

/// <summary>A quota as an account has it.</summary>
/// <param name="Code">Its code, for example <c>L-407747CB</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value, raised or not.</param>
public sealed record AppliedQuota(string Code, string Name, double Value);
