using k8s.Models;

namespace Landfall.Kubernetes.Diagnosis.Nodes;

/// <summary>What a node is for.</summary>
internal static class NodeRoles
{
    private static readonly string[] ControlPlaneLabels = ["node-role.kubernetes.io/control-plane", "node-role.kubernetes.io/master"];

    /// <summary>Whether the control plane runs on it, by the labels of kubeadm and of older tools.</summary>
    public static bool IsControlPlane(V1Node node) => node.Metadata.Labels is { } labels
        && (ControlPlaneLabels.Any(labels.ContainsKey) || (labels.TryGetValue("kubernetes.io/role", out var role) && role is "master" or "control-plane"));
}
