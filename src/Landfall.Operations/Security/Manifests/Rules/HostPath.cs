using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>A folder of the node is mounted.</summary>
internal sealed class HostPath() : PodRule(new(
    "k8s-host-path", "Pods mount a folder of the node", Severity.High, "CIS Kubernetes 5.2.12",
    "What can be written there changes the node; what can be read there are often its keys.",
    "Use a volume of the cluster's: persistentVolumeClaim, emptyDir, configMap."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(ManifestSet set) => base.Check(set).Concat(set.Objects
        .Where(one => one.Kind == "PersistentVolume" && one.Root.TextAt("spec.hostPath.path") is { } path && !ContainerSocket.IsOne(path)).Select(one => one.At("spec.hostPath.path")));

    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(PodTemplate pod) =>
        pod.Spec.ListAt("volumes").Where(volume => volume.TextAt("hostPath.path") is { } path && !ContainerSocket.IsOne(path))
            .Select(volume => new Spot(volume.LineOf("hostPath.path", volume.Mark.Line), $"{pod.Owner.Label}/volumes/{volume.TextAt("name")}", $"'{volume.TextAt("hostPath.path")}': {Facts.Reason}"));
}
