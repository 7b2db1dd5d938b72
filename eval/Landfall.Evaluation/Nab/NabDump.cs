using System.Globalization;
using System.Text;

namespace Landfall.Evaluation.Nab;

/// <summary>Writes scores so that others can score them with their own tools.</summary>
internal static class NabDump
{
    /// <summary>Writes <c>&lt;family&gt;/&lt;series&gt;.csv</c> with the columns <c>timestamp,value,anomaly_score</c>.</summary>
    public static void Write(string folder, NabSeries series, IReadOnlyList<double> scores)
    {
        var text = new StringBuilder("timestamp,value,anomaly_score\n");
        for (var row = 0; row < scores.Count; row++)
            text.Append(CultureInfo.InvariantCulture, $"{series.Stamps[row]},{series.Values[row]:R},{scores[row]:R}\n");
        var family = Directory.CreateDirectory(Path.Combine(folder, series.Family)).FullName;
        File.WriteAllText(Path.Combine(family, series.Name + ".csv"), text.ToString());
    }
}
