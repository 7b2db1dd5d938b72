namespace Landfall.Evaluation;

/// <summary>One row of the accuracy table.</summary>
/// <param name="Method">What was measured, for example <c>Landfall detector</c>, or a reproduced baseline.</param>
/// <param name="Data">The data set and its extent, for example <c>NAB, 43 series</c>.</param>
/// <param name="Metric">The metric's usual name, for example <c>standard score</c> or <c>OWA</c>.</param>
/// <param name="Value">What was measured, in the metric's own unit.</param>
/// <param name="Published">The published figure for orientation, as text, with whose it is.</param>
/// <param name="Floor">The figure below which the work is not done, or null.</param>
/// <param name="Goal">The figure aimed for, or null.</param>
/// <param name="LowerIsBetter">True for errors such as OWA and WAPE.</param>
/// <param name="LeftOut">
/// The same figure where what was chosen by looking at data was chosen without the part that is measured (families, causes or
/// groups of series left out in turn), or null where it was not measured so.
/// </param>
internal sealed record Measurement(
    string Method,
    string Data,
    string Metric,
    double Value,
    string? Published = null,
    double? Floor = null,
    double? Goal = null,
    bool LowerIsBetter = false,
    double? LeftOut = null);
