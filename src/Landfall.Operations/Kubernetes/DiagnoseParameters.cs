using System.ComponentModel;

namespace Landfall.Operations.Kubernetes;

/// <summary>Which cluster to look at.</summary>
/// <param name="Snapshot">A folder with what was saved of a cluster, or null for the cluster itself.</param>
/// <param name="Namespace">One namespace, or null for all.</param>
/// <param name="Context">The context of the kubeconfig file, or null for its current one.</param>
internal sealed record DiagnoseParameters(
    [property: Description("A folder with what was saved of a cluster: 'kubectl get -o json' or 'yaml', 'kubectl cluster-info dump', must-gather. Without it the cluster of the kubeconfig file is asked."), Traits(ParameterTraits.Path)] string? Snapshot,
    [property: Description("Look at this namespace alone.")] string? Namespace,
    [property: Description("The context of the kubeconfig file; its current one by default.")] string? Context);
