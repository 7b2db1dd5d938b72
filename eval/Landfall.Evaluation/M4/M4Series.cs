using System.Globalization;

namespace Landfall.Evaluation.M4;

/// <summary>One series of the M4 competition.</summary>
/// <param name="Id">Its name in the competition, for example <c>H1</c>.</param>
/// <param name="Train">What a method may see.</param>
/// <param name="Test">What follows, for scoring.</param>
internal sealed record M4Series(string Id, double[] Train, double[] Test)
{
    /// <summary>Reads every series of <c>Hourly-train.csv</c> that has a row in <c>Hourly-test.csv</c>, in file order.</summary>
    /// <exception cref="FileNotFoundException">One of the two files is not in the folder.</exception>
    public static IReadOnlyList<M4Series> Read(string folder)
    {
        var test = Rows(Path.Combine(folder, "Hourly-test.csv")).ToDictionary(row => row.Id, row => row.Values);
        return [.. Rows(Path.Combine(folder, "Hourly-train.csv"))
            .Where(row => test.ContainsKey(row.Id))
            .Select(row => new M4Series(row.Id, row.Values, test[row.Id]))];
    }

    private static IEnumerable<(string Id, double[] Values)> Rows(string file) =>
        from line in File.ReadLines(file).Skip(1)
        let cells = line.Split(',')
        where cells.Length > 1
        select (cells[0].Trim('"'), cells.Skip(1)
            .Select(cell => cell.Trim('"'))
            .TakeWhile(cell => cell.Length > 0)
            .Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))
            .ToArray());
}
