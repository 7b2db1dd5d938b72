namespace Landfall.Evaluation.Kpi;

/// <summary>A described point and what is to be learned from it.</summary>
/// <param name="Features">The description.</param>
/// <param name="Belongs">Whether the point belongs to an anomaly, 0 to 1.</param>
/// <param name="BelongsWeight">How much that counts.</param>
/// <param name="Begins">Whether an anomaly has just begun, 0 or 1.</param>
/// <param name="BeginsWeight">How much that counts.</param>
internal sealed record Example(float[] Features, float Belongs, float BelongsWeight, float Begins, float BeginsWeight);
