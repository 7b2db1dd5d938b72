namespace Landfall.AIOps.Logs;

/// <summary>One place for values of a saved template.</summary>
/// <param name="Kinds">What was seen there.</param>
/// <param name="Soft">Whether it counts as a parameter only once it has varied.</param>
/// <param name="First">The first value, or null where it was too long to keep.</param>
/// <param name="Varied">Whether another value came since.</param>
public sealed record LogSlotState(LogParameterKind Kinds, bool Soft, string? First, bool Varied);
