namespace Landfall.AIOps.RootCause;

/// <summary>Something out of the ordinary at one node.</summary>
/// <param name="Node">The node.</param>
/// <param name="Channel">How it spreads.</param>
/// <param name="Kind">What it points to.</param>
/// <param name="Strength">How far outside the normal, in normal deviations.</param>
/// <param name="Text">What was seen, in words and numbers.</param>
/// <param name="Since">When it was first seen.</param>
/// <param name="Volume">
/// How much of it there was over all requests: additional waiting time, or additional failures; null when unknown.
/// </param>
/// <param name="Operation">The operation in which it was seen, for symptoms from traces.</param>
internal sealed record Symptom(
    string Node,
    SymptomChannel Channel,
    CauseKind Kind,
    double Strength,
    string Text,
    DateTimeOffset? Since,
    double? Volume = null,
    string? Operation = null);
