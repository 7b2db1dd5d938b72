namespace Landfall.Evaluation.Nab;

/// <summary>Draws a series with its labelled windows and the alarms at the shipped threshold.</summary>
internal static class NabPlot
{
    private const int Width = 760;
    private const int Height = 150;
    private const int Top = 24;
    private const int Steps = 380;

    public static string Render(NabSeries series, IReadOnlyList<double> scores, double threshold)
    {
        var svg = new SvgWriter(Width, Height, $"{series.Family}/{series.Name}: labelled windows shaded, alarms in red");
        svg.Text(8, 15, $"{series.Family}/{series.Name}");
        var (low, high) = (series.Values.Min(), series.Values.Max());
        double X(int row) => (double)row / series.Values.Count * Width;
        double Y(double value) => Top + ((high - value) / Math.Max(high - low, double.Epsilon) * (Height - Top - 8));
        foreach (var window in series.Windows)
            svg.Box(X(window.First), Top, X(window.Last) - X(window.First), Height - Top, "#dbe8f5");
        svg.Line(X((int)series.Probation), Top, X((int)series.Probation), Height, "#bbb");
        svg.Curve(Envelope(series.Values).Select(point => (X(point.Row), Y(point.Value))), "#444");
        for (var row = (int)Math.Ceiling(series.Probation); row < scores.Count; row++)
        {
            if (scores[row] >= threshold)
                svg.Line(X(row), Top - 6, X(row), Height, "#c0392b");
        }

        return svg.ToString();
    }

    /// <summary>Keeps the lowest and highest value of each step, so that no spike is lost in the drawing.</summary>
    private static IEnumerable<(int Row, double Value)> Envelope(IReadOnlyList<double> values)
    {
        var step = Math.Max(1, values.Count / Steps);
        for (var from = 0; from < values.Count; from += step)
        {
            var rows = Enumerable.Range(from, Math.Min(step, values.Count - from)).ToList();
            var least = rows.MinBy(row => values[row]);
            var most = rows.MaxBy(row => values[row]);
            yield return (Math.Min(least, most), values[Math.Min(least, most)]);
            if (least != most)
                yield return (Math.Max(least, most), values[Math.Max(least, most)]);
        }
    }
}
