using System.Text.Json;
using Landfall.Kubernetes.Diagnosis;
using Landfall.Kubernetes.Kubectl;
using Landfall.Kubernetes.Snapshots;

namespace Landfall.Evaluation.CloudOpsBench;

/// <summary>One recorded incident with its true cause.</summary>
/// <param name="Id">Its folder.</param>
/// <param name="Snapshot">What was recorded of the cluster.</param>
/// <param name="Taxonomy">The true family.</param>
/// <param name="Object">What is at fault, such as <c>app/cart</c>.</param>
/// <param name="Causes">The true cause and its other names.</param>
internal sealed record Incident(string Id, ClusterSnapshot Snapshot, string Taxonomy, string Object, IReadOnlyList<string> Causes)
{
    public static IEnumerable<Incident> Read(string folder)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, "truth.jsonl")))
        {
            var truth = JsonSerializer.Deserialize<JsonElement>(line);
            var id = truth.GetProperty("id").GetString()!;
            var incident = Path.Combine(folder, id);
            if (!Directory.Exists(incident))
                continue;
            yield return new Incident(
                id,
                new IncidentFolder(incident).Read(),
                truth.GetProperty("fault_taxonomy").GetString()!,
                truth.GetProperty("fault_object").GetString()!,
                [truth.GetProperty("root_cause").GetString()!, .. truth.GetProperty("root_cause_aliases").EnumerateArray().Select(alias => alias.GetString()!)]);
        }
    }

    public bool IsRight(Finding finding) => finding.Cause.Taxonomy == Taxonomy && finding.Object.ToString() == Object && Causes.Contains(finding.Cause.Name);
}
