using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Copilot.Services;

/// <summary><c>storage</c>: file systems, and whether a container may write to its own.</summary>
internal static class StoragePart
{
    public static void Map(string name, ManifestMap map, JsonObject service, MigrationScope scope)
    {
        var storage = map.Map("storage");

        // Copilot's containers may write anywhere, Landfall's only where it is said.
        if (storage?.Flag("readonly_fs") == true)
            storage.Exact("readonly_fs", "readOnly");
        else
            service["readOnly"] = false;
        storage?.Exact("readonly_fs", "readOnly");
        storage?.Left("ephemeral", "Tasks have the 20 GiB that Fargate gives. A patch of TaskDefinition in 'overrides' can give more: EphemeralStorage.SizeInGiB.");
        if (storage?.Map("volumes") is not { } volumes)
            return;
        var mounted = new JsonObject();
        foreach (var (volume, details) in volumes.Keys.Select(key => (key, volumes.Map(key))).Where(one => one.Item2 is not null).ToList())
            Volume(name, volume, details!, mounted, service, scope);
        if (mounted.Count > 0)
            service["volumes"] = mounted;
    }

    private static void Volume(string service, string volume, ManifestMap details, JsonObject mounted, JsonObject target, MigrationScope scope)
    {
        var path = details.Text("path") ?? "";
        var managed = details.Map("efs");
        if (details.Flag("efs") == true || managed?.Has("uid") == true)
        {
            var name = $"{service}-{NewName.Of(volume)}";
            scope.Add("files", name, []);
            var mount = new JsonObject { ["path"] = path };
            if (details.Flag("read_only") != false)
                mount["readOnly"] = true;
            mounted[name] = mount.Count == 1 ? path : mount;
            details.Exact("path", $"volumes.{name}.path");
            details.Exact("read_only", $"volumes.{name}.readOnly");
            details.Changed("efs", $"files.{name}", "A file system of the service's own, new and empty: copy the files, with DataSync or a task that mounts both.");
            managed?.Left("uid", "Files belong to the user that the container runs as.");
            managed?.Left("gid", "Files belong to the user that the container runs as.");
        }
        else if (details.Has("efs") && details.Flag("efs") != false)
        {
            details.Left("path", "It goes with 'efs'.");
            details.Left("read_only", "It goes with 'efs'.");
            details.Left("efs", "Landfall makes file systems; it cannot mount one that is there. Name one in 'files' and 'volumes' and copy the files, or add the mount in C# with 'extend'.");
        }
        else
        {
            target["writable"] = new JsonArray([.. (target["writable"] as JsonArray ?? []).Select(one => one!.DeepClone()), path]);
            details.Changed("path", "writable", "Room for the task's own files, in memory and gone with the task; sidecars do not see it.");
            details.Exact("read_only", "writable");
            details.Exact("efs", "writable");
        }
    }
}
