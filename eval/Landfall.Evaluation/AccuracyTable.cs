using System.Globalization;

namespace Landfall.Evaluation;

/// <summary>The measurements as a table, one row each.</summary>
internal static class AccuracyTable
{
    private static readonly string[] Header = ["method", "data", "metric", "ours", "left out", "published", "floor", "goal"];

    /// <summary>Writes aligned columns for a terminal.</summary>
    public static void Write(TextWriter output, IReadOnlyList<Measurement> rows)
    {
        List<string[]> cells = [Header, .. rows.Select(Cells)];
        var widths = Enumerable.Range(0, Header.Length).Select(i => cells.Max(row => row[i].Length)).ToArray();
        foreach (var row in cells)
            output.WriteLine(string.Join("  ", row.Select((cell, i) => i is 3 or 4 ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd());
    }

    /// <summary>The table as Markdown.</summary>
    public static IEnumerable<string> Markdown(IReadOnlyList<Measurement> rows)
    {
        yield return $"| {string.Join(" | ", Header)} |";
        yield return "|---|---|---|--:|--:|---|--:|--:|";
        foreach (var row in rows)
            yield return $"| {string.Join(" | ", Cells(row).Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";
    }

    /// <summary>Three digits after the point for shares and errors, one for scores and counts.</summary>
    public static string Number(double value) =>
        value.ToString(Math.Abs(value) >= 10 ? "0.0" : "0.000", CultureInfo.InvariantCulture);

    private static string[] Cells(Measurement row) =>
    [
        row.Method,
        row.Data,
        row.Metric,
        Number(row.Value),
        row.LeftOut is { } leftOut ? Number(leftOut) : string.Empty,
        row.Published ?? string.Empty,
        row.Floor is { } floor ? floor.ToString(CultureInfo.InvariantCulture) : string.Empty,
        row.Goal is { } goal ? goal.ToString(CultureInfo.InvariantCulture) : string.Empty,
    ];
}
