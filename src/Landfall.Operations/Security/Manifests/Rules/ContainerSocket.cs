using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>The socket of the container runtime is mounted.</summary>
internal sealed class ContainerSocket() : PodRule(new(
    "k8s-container-socket", "Pods can command the node's container runtime", Severity.Critical, "CIS Kubernetes 5.2.12",
    "Through the socket they start privileged containers: they have the node.",
    "Build images with a tool that needs no socket, such as BuildKit without root or Kaniko."))
{
    private static readonly string[] Sockets = ["docker.sock", "containerd.sock", "crio.sock", "dockershim.sock", "cri-dockerd.sock"];

    /// <summary>True for a path of a socket, or of the folder that it is in.</summary>
    public static bool IsOne(string path) =>
        Sockets.Contains(path.TrimEnd('/').Split('/')[^1]) || path.TrimEnd('/') is "/run/containerd" or "/var/run/containerd" or "/run/crio" or "/var/run/crio";

    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(PodTemplate pod) =>
        pod.Spec.ListAt("volumes").Where(volume => volume.TextAt("hostPath.path") is { } path && IsOne(path))
            .Select(volume => new Spot(volume.LineOf("hostPath.path", volume.Mark.Line), $"{pod.Owner.Label}/volumes/{volume.TextAt("name")}"));
}
