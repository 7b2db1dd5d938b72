namespace Landfall.Evaluation.Nab;

/// <summary>One series of the benchmark with its labels.</summary>
/// <param name="Family">The folder below <c>data</c>, for example <c>realTweets</c>.</param>
/// <param name="Name">The file's name without its extension.</param>
/// <param name="Stamps">The time stamps as written in the file.</param>
/// <param name="Times">The same, parsed; the files name no zone, so they are taken as UTC.</param>
/// <param name="Values">The observed values.</param>
/// <param name="Windows">The labelled windows in order of time.</param>
internal sealed record NabSeries(
    string Family,
    string Name,
    IReadOnlyList<string> Stamps,
    IReadOnlyList<DateTime> Times,
    IReadOnlyList<double> Values,
    IReadOnlyList<NabWindow> Windows)
{
    /// <summary>Rows that a detector may learn from before anything it says counts: 15 %, at most 750.</summary>
    public double Probation => Math.Min(Math.Floor(0.15 * Values.Count), 0.15 * 5000);
}
