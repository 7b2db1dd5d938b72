namespace Landfall.AIOps.Detection;

/// <summary>What one series adds to the score of its service.</summary>
/// <param name="Series">The series' name.</param>
/// <param name="Strength">Its part of the evidence, in natural logarithms; the score is 1 − e^(−sum/2).</param>
/// <param name="Reason">The explanation of its own last point, or null where it was missing.</param>
public sealed record SeriesContribution(string Series, double Strength, AnomalyExplanation? Reason);
