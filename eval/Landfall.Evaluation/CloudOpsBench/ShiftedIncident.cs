using System.Text.RegularExpressions;
using Landfall.Kubernetes.Kubectl;
using Landfall.Kubernetes.Snapshots;

namespace Landfall.Evaluation.CloudOpsBench;

/// <summary>An incident with every date in it another and its complaint blank: incidents of one kind were recorded together, so that the date would give the answer away.</summary>
internal static partial class ShiftedIncident
{
    public static ClusterSnapshot Read(string folder)
    {
        var shifted = Directory.CreateTempSubdirectory();
        try
        {
            foreach (var file in Directory.EnumerateFiles(folder))
            {
                var text = Complaint().Replace(File.ReadAllText(file), "\"query\": \"\"");
                text = IsoDate().Replace(text, "2031-05-06");
                text = LongDate().Replace(text, "Tue, 06 May 2031");
                File.WriteAllText(Path.Combine(shifted.FullName, Path.GetFileName(file)), text);
            }
            return new IncidentFolder(shifted.FullName).Read();
        }
        finally
        {
            shifted.Delete(recursive: true);
        }
    }

    [GeneratedRegex("\"query\": \"[^\"]*\"")]
    private static partial Regex Complaint();

    [GeneratedRegex(@"\b20\d\d-\d\d-\d\d\b")]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} 20\d\d\b")]
    private static partial Regex LongDate();
}
