using System.Text.Json;
using Landfall.AIOps.RootCause;

namespace Landfall.Evaluation.PetShop;

/// <summary>One injected issue.</summary>
/// <param name="Id">Its folder below the scenario, for example <c>test/issue_3</c>.</param>
/// <param name="TargetNode">Where it was noticed.</param>
/// <param name="TargetMetric">The metric in which it was noticed.</param>
/// <param name="TargetStatistic">The statistic of that metric.</param>
/// <param name="Time">When it was noticed.</param>
/// <param name="Cause">The node into which it was injected.</param>
/// <param name="Metrics">The metrics around that time.</param>
internal sealed record PetShopIssue(
    string Id,
    string TargetNode,
    string TargetMetric,
    string TargetStatistic,
    DateTimeOffset Time,
    string Cause,
    IReadOnlyList<MetricSeries> Metrics)
{
    public static PetShopIssue Read(string folder, string id)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "target.json")));
        var target = json.RootElement.GetProperty("target");
        return new PetShopIssue(
            id,
            target.GetProperty("node").GetString()!,
            target.GetProperty("metric").GetString()!,
            target.GetProperty("agg").GetString()!,
            PetShopMetrics.At(target.GetProperty("timestamp").GetDouble()),
            json.RootElement.GetProperty("root_cause").GetProperty("node").GetString()!,
            PetShopMetrics.Read(Path.Combine(folder, "metrics.csv")));
    }
}
