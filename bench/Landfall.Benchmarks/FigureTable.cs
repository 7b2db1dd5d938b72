using System.Globalization;

namespace Landfall.Benchmarks;

/// <summary>Prints the figures as one table.</summary>
internal static class FigureTable
{
    /// <summary>Prints.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="figures">The figures.</param>
    public static void Write(TextWriter output, IReadOnlyList<Figure> figures)
    {
        output.WriteLine($"{"whole process",-34} {"min s",8} {"median s",9} {"peak MB",8} {"resources",10} {"value",8} {"limit",8}");
        foreach (var figure in figures)
        {
            var unit = figure.Base is null ? "s" : "x";
            var value = figure.Limit is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{figure.Value:0.00}{unit}");
            var limit = figure.Limit is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{figure.Limit:0.00}{unit}");
            var verdict = figure.Limit is null ? "" : figure.Value <= figure.Limit ? "met" : "MISSED";
            var measured = figure.Measured;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{measured.Name,-34} {measured.Fastest,8:0.000} {measured.Median,9:0.000} {measured.PeakBytes / 1e6,8:0} {measured.Resources,10} {value,8} {limit,8} {verdict}").TrimEnd());
        }
    }
}
