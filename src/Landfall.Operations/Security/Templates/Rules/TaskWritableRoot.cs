using System.Text.Json.Nodes;
using Landfall.Config.Tree;
using Landfall.Operations.Editing;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>A container can write to its own file system.</summary>
internal sealed class TaskWritableRoot() : TaskRule(new(
    "aws-ecs-writable-root", "A container can write to its own file system", Severity.Medium, "AWS FSBP ECS.5",
    "An attacker can replace programs and leave tools behind.",
    "Set 'ReadonlyRootFilesystem: true', and mount a volume where the program writes."), "ReadonlyRootFilesystem")
{
    private const string Volume = "landfall-tmp";

    /// <inheritdoc />
    protected override bool Breaks(ConfigNode? value) => value is not UnknownNode && !NodeReading.IsTrue(value);

    /// <summary>Programs write to /tmp before anything else: it stays writable, as a volume that ends with the task.</summary>
    protected override IReadOnlyList<Edit> Fix(TemplateResource task, MapNode container)
    {
        if (container.Find("ReadonlyRootFilesystem") is { Value: not ScalarNode })
            return []; // a function decides
        var set = new SetValue(container, "ReadonlyRootFilesystem", true);
        var mounts = container.At("MountPoints");
        if (mounts is not (null or ListNode) || task.Properties.At("Volumes") is not (null or ListNode))
            return [];
        if (((mounts as ListNode)?.Items ?? []).Any(mount => mount.TextAt("ContainerPath")?.TrimEnd('/') == "/tmp"))
            return [set];
        var volumes = task.Properties.At("Volumes") as ListNode;
        var isThere = volumes?.Items.Any(volume => volume.TextAt("Name") == Volume) == true;
        var mount = new JsonObject { ["SourceVolume"] = Volume, ["ContainerPath"] = "/tmp", ["ReadOnly"] = false };
        var volume = new JsonObject { ["Name"] = Volume };
        return
        [
            set,
            mounts is ListNode list ? new AddItem(list, mount) : new SetValue(container, "MountPoints", new JsonArray(mount)),
            .. isThere ? (IReadOnlyList<Edit>)[] : [volumes is null ? new SetValue(task.Properties, "Volumes", new JsonArray(volume)) : new AddItem(volumes, volume)],
        ];
    }
}
