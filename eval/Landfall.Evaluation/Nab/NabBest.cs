namespace Landfall.Evaluation.Nab;

/// <summary>The outcome of the threshold search.</summary>
/// <param name="Score">The normalised score, at most 100.</param>
/// <param name="Threshold">The threshold that gives it; 1.1 where silence is best.</param>
internal readonly record struct NabBest(double Score, double Threshold);
