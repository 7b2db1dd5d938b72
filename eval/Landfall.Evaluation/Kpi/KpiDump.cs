using System.Globalization;
using System.Text;

namespace Landfall.Evaluation.Kpi;

/// <summary>Writes scores so that others can score them with their own tools.</summary>
internal static class KpiDump
{
    /// <summary>Writes <c>&lt;file&gt;.csv</c> with the columns <c>value,label,score</c>.</summary>
    public static void Write(string folder, KpiSeries series, IReadOnlyList<double> scores)
    {
        var text = new StringBuilder("value,label,score\n");
        for (var row = 0; row < scores.Count; row++)
            text.Append(CultureInfo.InvariantCulture, $"{series.Values[row]:R},{(series.Labels[row] ? 1 : 0)},{scores[row]:R}\n");
        var path = Path.Combine(folder, series.File + ".csv");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text.ToString());
    }
}
