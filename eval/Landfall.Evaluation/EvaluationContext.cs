namespace Landfall.Evaluation;

/// <summary>What one evaluation gets to work with.</summary>
/// <param name="Folder">The data set's folder; it exists.</param>
/// <param name="DumpFolder">Where raw results are written, or null when nobody asked for them.</param>
/// <param name="Log">Progress, for a person; never part of the result.</param>
/// <param name="PlotFolder">
/// Where plots for the documentation are written, as <c>&lt;evaluation&gt;-….svg</c> with a title, or null when nobody asked
/// for them.
/// </param>
internal sealed record EvaluationContext(string Folder, string? DumpFolder, TextWriter Log, string? PlotFolder = null);
