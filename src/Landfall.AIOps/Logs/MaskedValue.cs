namespace Landfall.AIOps.Logs;

/// <summary>One value that was cut out of a line.</summary>
/// <param name="Start">Where it starts in the line.</param>
/// <param name="Length">Its length in characters.</param>
/// <param name="Kind">What it looks like.</param>
/// <param name="Soft">True when its form alone does not make it a parameter: it counts as one once it has varied.</param>
internal readonly record struct MaskedValue(int Start, int Length, LogParameterKind Kind, bool Soft);
