namespace Landfall.Evaluation.Kpi;

/// <summary>One service curve with its operators' labels.</summary>
/// <param name="File">The file as the index names it, without <c>.csv</c>, for example <c>wsd/102</c>.</param>
/// <param name="Start">The time of the first row; curves with the same start were collected together.</param>
/// <param name="Interval">The time between rows.</param>
/// <param name="TrainRows">How many rows come before those that events are counted in.</param>
/// <param name="Values">The values, NaN where one is missing.</param>
/// <param name="Labels">Which rows the operators marked as anomalous.</param>
internal sealed record KpiSeries(
    string File, DateTimeOffset Start, TimeSpan Interval, int TrainRows, IReadOnlyList<double> Values, IReadOnlyList<bool> Labels)
{
    /// <summary>The runs of marked rows, in order; both bounds belong to them.</summary>
    public IReadOnlyList<(int First, int Last)> Events { get; } = Runs(Labels);

    /// <summary>The curve as means over so many rows; a mean is marked where one of its rows is.</summary>
    public KpiSeries Every(int rows) => rows == 1 ? this : new KpiSeries(
        File,
        Start,
        rows * Interval,
        TrainRows / rows,
        [.. Enumerable.Range(0, Values.Count / rows).Select(i => Values.Skip(i * rows).Take(rows).Average())],
        [.. Enumerable.Range(0, Values.Count / rows).Select(i => Labels.Skip(i * rows).Take(rows).Contains(true))]);

    private static List<(int First, int Last)> Runs(IReadOnlyList<bool> labels)
    {
        List<(int, int)> runs = [];
        for (var row = 0; row < labels.Count; row++)
        {
            if (!labels[row])
                continue;
            var first = row;
            while (row + 1 < labels.Count && labels[row + 1])
                row++;
            runs.Add((first, row));
        }

        return runs;
    }
}
