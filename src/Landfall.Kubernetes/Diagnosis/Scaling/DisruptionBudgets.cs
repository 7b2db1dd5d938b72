using System.Globalization;
using k8s.Models;

namespace Landfall.Kubernetes.Diagnosis.Scaling;

/// <summary>
/// Budgets that let no pod go even when all are well, so that no node they are on can be drained (Kubernetes documentation, "Specifying a
/// Disruption Budget for your Application").
/// </summary>
internal sealed class DisruptionBudgets : IAnalyzer
{
    // What the eviction API answers; drains repeat it in their output and controllers in events.
    private const string Refusal = "violate the pod's disruption budget";

    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        foreach (var budget in cluster.Snapshot.DisruptionBudgets)
        {
            foreach (var workload in cluster.Workloads.Where(workload => workload.Replicas > 0 && Takes(budget, workload)))
            {
                if (!AllowsNone(budget, workload.Replicas!.Value))
                    continue;
                var refused = cluster.Snapshot.Events.Where(found => found.Message?.Contains(Refusal, StringComparison.Ordinal) == true
                    && (found.InvolvedObject?.Kind == "Node" || workload.Pods.Any(pod => pod.Metadata.Name == found.InvolvedObject?.Name))).Select(found => found.Message).LastOrDefault();
                var name = budget.Metadata.Name;
                yield return new Finding(
                    Cause.DisruptionBudget, workload.Object,
                    $"The disruption budget {name} lets none of the {workload.Replicas} pods of {workload.Name} go, so that no node with one of them can be drained.",
                    refused is null ? Certainty.Latent : Certainty.Shown,
                    [$"pdb {name}: {Wish(budget)}", $"{workload.Reference}: {workload.Replicas} replicas", .. refused is null ? Array.Empty<string>() : [refused]],
                    new Remedy($"Run one pod more, or let {name} allow one to be away.", $"kubectl scale {workload.Reference} --replicas={workload.Replicas + 1}", $"kubectl edit pdb {name}"));
            }
        }
    }

    // Without a selector it takes none: that is how policy/v1 reads a budget that has none.
    private static bool Takes(V1PodDisruptionBudget budget, Workload workload) => budget.Spec?.Selector is { } selector && Labels.Match(selector, workload.Labels);

    private static bool AllowsNone(V1PodDisruptionBudget budget, int replicas) =>
        budget.Spec.MaxUnavailable is { } most ? Number(most, replicas) == 0 : budget.Spec.MinAvailable is { } least && Number(least, replicas) >= replicas;

    // Shares are rounded up, in both keys.
    private static int Number(IntOrString amount, int replicas) =>
        amount.Value.EndsWith('%') && double.TryParse(amount.Value[..^1], CultureInfo.InvariantCulture, out var share)
            ? (int)Math.Ceiling(share / 100 * replicas)
            : int.TryParse(amount.Value, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static string Wish(V1PodDisruptionBudget budget) =>
        budget.Spec.MaxUnavailable is { } most ? $"maxUnavailable {most.Value}" : $"minAvailable {budget.Spec.MinAvailable?.Value}";
}
