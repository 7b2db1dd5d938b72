using System.Text.Json.Nodes;
using Landfall.Config.Values;

namespace Landfall.Operations.Migration.Ecs;

/// <summary>A task definition: its size, its processor, its role and its volumes.</summary>
/// <remarks>Source of the keys' meanings: Amazon ECS API Reference, TaskDefinition.</remarks>
internal static class TaskMapping
{
    private static readonly int[] Cpus = [256, 512, 1024, 2048, 4096, 8192, 16384];

    /// <summary>Maps it.</summary>
    /// <param name="name">The service's name in the new file.</param>
    /// <param name="task">The task definition.</param>
    /// <param name="own">The service's own container.</param>
    /// <param name="service">The service in the new file.</param>
    /// <param name="scope">What stands above the services.</param>
    public static void Map(string name, ManifestMap task, ManifestMap own, JsonObject service, EcsScope scope)
    {
        Size(task, service);
        var platform = task.Map("runtimePlatform");
        if (platform?.Text("cpuArchitecture") != "ARM64")
            service["architecture"] = "x86";
        platform?.Exact("cpuArchitecture", "architecture");
        if (platform?.Text("operatingSystemFamily") is null or "LINUX")
            platform?.Exact("operatingSystemFamily", "–");
        platform?.Left("operatingSystemFamily", "Landfall runs Linux containers: the program has to be built for Linux.");
        task.Changed("family", "services", $"Landfall names its task definitions itself; the service is '{name}'.");
        if (task.Text("networkMode") == "awsvpc")
            task.Exact("networkMode", "–");
        task.Changed("networkMode", "network", "Every task has an address of its own (awsvpc): containers of a task reach each other at localhost, others by 'uses'.");
        if (task.Texts("requiresCompatibilities").Contains("FARGATE"))
            task.Exact("requiresCompatibilities", "–");
        task.Changed("requiresCompatibilities", "–", "Tasks run on Fargate: there are no instances to keep. What needs a host (its folders, devices, GPU, privileges) does not run there.");
        Roles(task);
        Volumes(name, task, own, service, scope);
        task.Left("ephemeralStorage", "A task has 20 GiB here: a patch of the service's TaskDefinition in 'overrides' can set more.");
        task.Left("proxyConfiguration", "Services reach each other by Service Connect, which brings its own proxy.");
        if (task.Flag("enableFaultInjection") == false)
            task.Exact("enableFaultInjection", "–");
        task.Left("enableFaultInjection", "Landfall does not set it.");
        foreach (var key in new[] { "placementConstraints", "inferenceAccelerators", "pidMode", "ipcMode" })
            task.Left(key, "Tasks run on Fargate, where Landfall does not set it.");
    }

    private static void Size(ManifestMap task, JsonObject service)
    {
        var (cpu, memory) = (task.Whole("cpu"), task.Whole("memory"));
        if (cpu is { } own && memory is { } given && FargateSizes.Memory(own).Contains(given))
        {
            (service["cpu"], service["memory"]) = (own, given);
            task.Exact("cpu", "cpu");
            task.Exact("memory", "memory");
            return;
        }

        var containers = task.Map("containers") is { } all ? all.Keys.Select(all.Map).OfType<ManifestMap>().ToList() : [];
        var (wanted, needed) = (cpu ?? containers.Sum(one => one.Whole("cpu") ?? 0), memory ?? containers.Sum(one => one.Whole("memory") ?? one.Whole("memoryReservation") ?? 0));
        var fit = Cpus.Where(one => one >= wanted).SelectMany(one => FargateSizes.Memory(one).Select(mib => (Cpu: one, MiB: mib))).FirstOrDefault(pair => pair.MiB >= needed);
        if (fit.Cpu > 0)
            (service["cpu"], service["memory"]) = (fit.Cpu, fit.MiB);
        var note = fit.Cpu > 0 ? "Fargate's smallest size that has as much." : "Fargate has no size as large: choose one, and share the load among more tasks.";
        task.Changed("cpu", "cpu", note);
        task.Changed("memory", "memory", note);
        foreach (var container in containers.Where(_ => cpu is null || memory is null))
        {
            foreach (var key in new[] { "cpu", "memory", "memoryReservation" })
                container.Changed(key, key == "cpu" ? "cpu" : "memory", $"{note} The task's size is that of its containers together, without what an instance shared out besides.");
        }
    }

    private static void Roles(ManifestMap task)
    {
        foreach (var key in new[] { "taskRoleArn", "executionRoleArn" })
        {
            if (task.Map(key) is not { } role)
                continue;
            var policies = string.Join(", ", role.Texts("policies"));
            task.Changed(key, "uses", key == "taskRoleArn"
                ? $"Landfall makes a role for each service, with what its 'uses' need. {role.Text("role")} has {(policies.Length > 0 ? policies : "no policies that could be read")}: name in 'uses' what they are for, or add statements in C# with 'extend'."
                : "Landfall makes the role that pulls images and reads secrets.");
        }
    }

    private static void Volumes(string name, ManifestMap task, ManifestMap own, JsonObject service, EcsScope scope)
    {
        var (volumes, kept) = (new JsonObject(), new HashSet<string>(StringComparer.Ordinal));
        var mounts = own.Maps("mountPoints");
        foreach (var volume in task.Maps("volumes"))
        {
            var called = volume.Text("name") ?? "";
            if (volume.Has("efsVolumeConfiguration") && mounts.FirstOrDefault(mount => mount.Text("sourceVolume") == called) is { } mount)
            {
                var files = NewName.Of(called);
                files = scope.ServiceAt(files) is null && files != name ? files : $"{files}-files";
                scope.Add("files", files);
                volumes[files] = mount.Flag("readOnly") == true ? new JsonObject { ["path"] = mount.Text("containerPath"), ["readOnly"] = true } : mount.Text("containerPath");
                kept.Add(called);
                volume.Changed("name", $"files.{files}", "A file system that Landfall makes, new and empty: copy the files with DataSync. Volumes of one name are one file system.");
                volume.Left("efsVolumeConfiguration", "Landfall does not mount a file system that exists.");
            }

            volume.Left("name", volume.Has("efsVolumeConfiguration") ? "The service's own container does not mount it."
                : "Files that no other task sees are in the container: 'writable' gives folders in memory.");
            foreach (var key in volume.Keys.ToList())
                volume.Left(key, key == "host" ? "Fargate has no folders of a host." : "Landfall mounts EFS file systems that it makes.");
        }

        foreach (var mount in mounts)
        {
            foreach (var key in mount.Keys.ToList())
            {
                if (kept.Contains(mount.Text("sourceVolume") ?? ""))
                    mount.Exact(key, "volumes");
                mount.Left(key, "Its volume is left out.");
            }
        }

        if (volumes.Count > 0)
            service["volumes"] = volumes;
    }
}
