namespace Landfall.Evaluation;

/// <summary>One bar per figure that has a target: grey mark for the floor, black mark for the goal.</summary>
internal static class TargetPlot
{
    private const int LabelWidth = 330;
    private const int BarWidth = 360;
    private const int RowHeight = 20;

    public static string Render(string title, IReadOnlyList<Measurement> rows)
    {
        List<Measurement> shown = [.. rows.Where(row => row.Floor is not null || row.Goal is not null)];
        var svg = new SvgWriter(LabelWidth + BarWidth + 80, (RowHeight * shown.Count) + 40, title);
        svg.Text(10, 16, title);
        for (var i = 0; i < shown.Count; i++)
        {
            var row = shown[i];
            var y = 28 + (RowHeight * i);
            var scale = BarWidth / new[] { row.Value, row.Floor ?? 0, row.Goal ?? 0, 1e-9 }.Max() * 0.95;
            svg.Text(LabelWidth - 8, y + 11, $"{row.Data}: {row.Metric}{(row.LowerIsBetter ? " (low is good)" : string.Empty)}", "end");
            svg.Box(LabelWidth, y + 2, Math.Max(0, row.Value) * scale, RowHeight - 8, Colour(row));
            if (row.Floor is { } floor)
                svg.Line(LabelWidth + (floor * scale), y, LabelWidth + (floor * scale), y + RowHeight - 4, "#999");
            if (row.Goal is { } goal)
                svg.Line(LabelWidth + (goal * scale), y, LabelWidth + (goal * scale), y + RowHeight - 4, "#000");
            svg.Text(LabelWidth + BarWidth + 6, y + 11, AccuracyTable.Number(row.Value));
        }

        return svg.ToString();
    }

    private static string Colour(Measurement row)
    {
        var sign = row.LowerIsBetter ? -1 : 1;
        return row.Goal is { } goal && sign * (row.Value - goal) >= 0 ? "#2a7f4f"
            : row.Floor is { } floor && sign * (row.Value - floor) < 0 ? "#b3362b"
            : "#3b6ea5";
    }
}
