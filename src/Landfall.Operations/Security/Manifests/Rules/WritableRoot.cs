using System.Text.Json.Nodes;
using Landfall.Config.Tree;
using Landfall.Operations.Editing;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>A container's own files can be written.</summary>
internal sealed class WritableRoot() : ContainerRule(new(
    "k8s-writable-root", "A container can write to its own file system", Severity.Medium, "NSA/CISA Kubernetes Hardening Guidance: immutable container file systems",
    "An attacker can replace programs and leave tools behind.",
    "Set 'securityContext.readOnlyRootFilesystem: true', and mount an emptyDir where the program writes."))
{
    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(Container container) =>
        container.Body.TrueAt("securityContext.readOnlyRootFilesystem") ? [] : [container.At("securityContext.readOnlyRootFilesystem").FixedBy(Fix(container))];

    /// <summary>Programs write to /tmp before anything else: it stays writable, as a volume that ends with the pod.</summary>
    private static IReadOnlyList<Edit> Fix(Container container)
    {
        var set = new SetValue(container.Body, "securityContext.readOnlyRootFilesystem", true);
        var mounts = container.Body.At("volumeMounts") as ListNode;
        if (container.List == "ephemeralContainers" || mounts?.Items.Any(mount => mount.TextAt("mountPath")?.TrimEnd('/') == "/tmp") == true)
            return [set];
        var volumes = container.Pod.Spec.At("volumes") as ListNode;
        var taken = volumes?.Items.FirstOrDefault(volume => volume.TextAt("name") == "tmp");
        var name = taken is null or MapNode { Entries: [_, { Key: "emptyDir" }] } ? "tmp" : "landfall-tmp";
        var mount = new JsonObject { ["name"] = name, ["mountPath"] = "/tmp" };
        var volume = new JsonObject { ["name"] = name, ["emptyDir"] = new JsonObject() };
        var isThere = volumes?.Items.Any(one => one.TextAt("name") == name) == true;
        return
        [
            set,
            mounts is null ? new SetValue(container.Body, "volumeMounts", new JsonArray(mount)) : new AddItem(mounts, mount),
            .. isThere ? (IReadOnlyList<Edit>)[] : [volumes is null ? new SetValue(container.Pod.Spec, "volumes", new JsonArray(volume)) : new AddItem(volumes, volume)],
        ];
    }
}
