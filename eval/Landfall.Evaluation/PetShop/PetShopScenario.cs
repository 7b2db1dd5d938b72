using System.Globalization;
using Landfall.AIOps.RootCause;
using Landfall.AIOps.Topology;
using Landfall.Evaluation.RootCause;

namespace Landfall.Evaluation.PetShop;

/// <summary>One traffic scenario: the call graph, metrics without an issue, and the issues.</summary>
/// <param name="Name">Its folder, for example <c>low_traffic</c>.</param>
/// <param name="Graph">Who calls whom.</param>
/// <param name="Normal">Metrics without an issue.</param>
/// <param name="Issues">The issues.</param>
internal sealed record PetShopScenario(
    string Name, TopologyGraph Graph, IReadOnlyList<MetricSeries> Normal, IReadOnlyList<PetShopIssue> Issues)
{
    /// <summary>Reads the scenario in the folder; every folder with a <c>target.json</c> is an issue.</summary>
    public static PetShopScenario Read(string folder)
    {
        var issues = Directory.EnumerateFiles(folder, "target.json", SearchOption.AllDirectories)
            .Select(f => Path.GetDirectoryName(f)!)
            .Select(f => (Folder: f, Id: Path.GetRelativePath(folder, f).Replace('\\', '/')))
            .OrderBy(f => f.Id.Length).ThenBy(f => f.Id, StringComparer.Ordinal)
            .Select(f => PetShopIssue.Read(f.Folder, f.Id));
        return new PetShopScenario(
            Path.GetFileName(folder),
            ReadGraph(Path.Combine(folder, "graph.csv")),
            PetShopMetrics.Read(Path.Combine(folder, "noissue", "metrics.csv")),
            [.. issues]);
    }

    // An adjacency matrix: a non-zero cell says that the row's node calls the column's.
    private static TopologyGraph ReadGraph(string path)
    {
        var rows = CsvTable.Read(path);
        var edges = from row in rows.Skip(1)
                    where row.Length == rows[0].Length
                    from i in Enumerable.Range(1, row.Length - 1)
                    where double.TryParse(row[i], CultureInfo.InvariantCulture, out var v) && v != 0
                    select new TopologyEdge(row[0], rows[0][i]);
        return new TopologyGraph(edges, rows.Skip(1).Select(r => KeyValuePair.Create(r[0], NodeKind.Unknown)));
    }
}
