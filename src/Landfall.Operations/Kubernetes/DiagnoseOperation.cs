using Landfall.Config;
using Landfall.Config.Loading;
using Landfall.Kubernetes.Diagnosis;
using Landfall.Kubernetes.Saved;
using Landfall.Kubernetes.Snapshots;

namespace Landfall.Operations.Kubernetes;

/// <summary>Finds what is wrong in a Kubernetes cluster, from the cluster or from what was saved of it. It asks no model.</summary>
internal sealed class DiagnoseOperation : Operation<DiagnoseParameters, ClusterReport>
{
    /// <inheritdoc />
    public override string Name => "k8s diagnose";

    /// <inheritdoc />
    public override string Summary => "Find what is wrong in a Kubernetes cluster, and why: causes with evidence and remedy, from the cluster or from saved output.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override OperationTraits Traits => OperationTraits.Sensitive;

    /// <inheritdoc />
    public override async Task<ClusterReport> RunAsync(DiagnoseParameters parameters, Agreed agreed, OperationContext context)
    {
        var (source, snapshot, unread) = parameters.Snapshot is { } folder ? Saved(folder) : await ClusterConnection.ReadAsync(parameters, context.Stop).ConfigureAwait(false);
        var known = snapshot.Namespace is { } own ? [own] : NamespaceView.Namespaces(snapshot);
        if (parameters.Namespace is { } wanted && !known.Contains(wanted))
            throw new LandfallException(ErrorCodes.ClusterNamespace, $"Nothing runs in a namespace '{wanted}' of {source}. There is: {string.Join(", ", known.DefaultIfEmpty("none"))}.");
        var found = (parameters.Namespace is { } one ? [one] : known)
            .SelectMany(space => ClusterDiagnosis.Of(NamespaceView.In(snapshot, space)).Select(finding => (Space: finding.Object.Kind == "node" ? null : space, Finding: finding)))
            .DistinctBy(pair => (pair.Space, pair.Finding.Object, pair.Finding.Cause))
            .OrderByDescending(pair => pair.Finding.Confidence); // a stable sort: within a namespace the order stays
        return new ClusterReport(source, [.. found.Select((pair, at) => Answer(at + 1, pair.Space, pair.Finding))], unread);
    }

    private static (string Source, ClusterSnapshot Snapshot, IReadOnlyList<string> Unread) Saved(string folder)
    {
        if (!Directory.Exists(folder))
            throw new LandfallException(ErrorCodes.ClusterSnapshot, $"There is no folder '{folder}'. Save a cluster into one, for example with 'kubectl cluster-info dump --all-namespaces --output-directory={folder}'.");
        var reader = new SnapshotFolder();
        var snapshot = reader.Read(folder);
        if (snapshot.KindsRead.Count + snapshot.Pods.Count == 0)
            throw new LandfallException(ErrorCodes.ClusterSnapshot, $"The folder '{folder}' has no saved objects of a cluster: no JSON or YAML file in it has any. Save some with 'kubectl get pods,deployments,services,events -A -o json > {Path.Combine(folder, "objects.json")}'.");
        return (folder, snapshot, reader.Unread);
    }

    private static ClusterAnswer Answer(int rank, string? space, Finding finding) => new(
        rank, space, finding.Cause.Taxonomy, finding.Object.ToString(), finding.Cause.Name, Legible.Line(finding.Explanation), finding.Confidence,
        [.. finding.Evidence.Select(Legible.Line)], // lines of logs among it
        finding.RuledOut,
        new ClusterRemedy(finding.Remedy.Summary, [.. finding.Remedy.Commands.Select(command => space is not null && command.StartsWith("kubectl ", StringComparison.Ordinal) && !command.Contains(" -n ", StringComparison.Ordinal) ? $"{command} -n {space}" : command)]));
}
