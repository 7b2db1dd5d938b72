using System.Globalization;

namespace Landfall.AIOps.Benchmarks;

/// <summary>Prints the figures: against the target, and each against the smallest size of the same metric.</summary>
internal static class BenchmarkTable
{
    public static void Write(TextWriter output, string name, IReadOnlyList<BenchmarkFigure> figures)
    {
        var first = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var figure in figures)
        {
            first.TryAdd(figure.Metric, figure.Value);
            var target = figure.Target is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{figure.Target:#,0.##}");
            var times = figure.TimesTarget is { } t ? string.Create(CultureInfo.InvariantCulture, $"{t:0.00}x {(t >= 1 ? "met" : "MISSED")}") : "";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-12} {figure.Metric,-22} {figure.Size,-34} {figure.Value,14:#,0.##} {figure.Unit,-9} {target,12} {times,-14} {figure.Value / first[figure.Metric],8:0.00}x"));
        }
    }

    public static void WriteHeader(TextWriter output) =>
        output.WriteLine($"{"benchmark",-12} {"metric",-22} {"size",-34} {"measured",14} {"unit",-9} {"target",12} {"of target",-14} {"of first",9}");
}
