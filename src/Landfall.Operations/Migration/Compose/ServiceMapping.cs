using System.Globalization;
using System.Text.Json.Nodes;
using Landfall.Config.Values;

namespace Landfall.Operations.Migration.Compose;

/// <summary>A service of a Compose file that is a program.</summary>
internal static class ServiceMapping
{
    private static readonly int[] Cpus = [256, 512, 1024, 2048, 4096, 8192, 16384];

    public static JsonObject Map(ComposeService service, ManifestMap map, ComposeScope scope)
    {
        var mapped = new JsonObject { ["type"] = service.IsPublished ? "web" : "internal" };
        Image(map, mapped);
        Ports(service, map, mapped, scope);
        Command(map, mapped);
        Health(map, mapped);
        Size(map, mapped);
        EnvironmentMapping.Map(service, map, mapped, scope);
        Files(map, mapped, scope);
        Rest(map);
        return mapped;
    }

    private static void Image(ManifestMap map, JsonObject mapped)
    {
        if (map.Text("build") is { } folder)
        {
            mapped["image"] = new JsonObject { ["build"] = ComposeFile.Resolve(folder) };
        }
        else if (map.Map("build") is { } build)
        {
            var details = new JsonObject { ["context"] = ComposeFile.Resolve(build.Text("context") ?? ".") };
            foreach (var key in new[] { "dockerfile", "target" })
            {
                if (build.Text(key) is { } text)
                    details[key] = ComposeFile.Resolve(text);
            }

            var args = build.Map("args") is { } named ? named.Keys.Select(key => (key, named.Text(key) ?? "")) : build.Texts("args").Select(line => (line.Split('=')[0], line.Split('=', 2)[^1]));
            if (args.Any())
                details["args"] = new JsonObject(args.Select(arg => KeyValuePair.Create(arg.Item1, (JsonNode?)ComposeFile.Resolve(arg.Item2))));
            mapped["image"] = new JsonObject { ["build"] = details.Count == 1 ? details["context"]!.DeepClone() : details };
            foreach (var key in new[] { "context", "dockerfile", "target", "args" })
                build.Exact(key, $"image.build.{key}");
            foreach (var key in build.Keys.ToList())
                build.Left(key, "A build has a context, a Dockerfile, a target and arguments.");
        }
        else if (map.Text("image") is { } image)
        {
            mapped["image"] = ComposeFile.Resolve(image);
        }

        if (map.Text("build") is not null)
            map.Exact("build", "image.build");
        map.Exact("image", "image");
        map.Left("pull_policy", "A deployment takes the image that the reference names at that time.");
        if (map.Text("platform")?.Contains("arm64", StringComparison.Ordinal) != true)
            mapped["architecture"] = "x86";
        map.Exact("platform", "architecture");
    }

    private static void Ports(ComposeService service, ManifestMap map, JsonObject mapped, ComposeScope scope)
    {
        var inside = map.Texts("ports").Select(text => text.Split('/')[0].Split(':')[^1])
            .Concat(map.Maps("ports").Select(port => port.Text("target") ?? ""))
            .Concat(map.Texts("expose"))
            .Select(text => int.TryParse(text.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : 0)
            .Where(port => port > 0)
            .Distinct()
            .ToList();
        if (inside.Count > 0)
            mapped["port"] = inside[0];
        if (service.IsPublished)
        {
            mapped["path"] = service == scope.Front ? "/*" : $"/{service.Key}/*";
            map.Changed("ports", "port", (inside.Count > 1 ? $"Of its ports the load balancer has {inside[0]}. " : "")
                + (service == scope.Front ? "The load balancer serves it on 80, or 443 with a 'domain'." : $"Behind one load balancer each has its paths: this one got /{service.Key}/*, or give it a 'host'."));
        }
        else if (inside.Count == 0)
        {
            map.Changed("image", "type", "No port of it is named: it is an internal service whose port (8080) nobody calls.");
        }

        map.Exact("expose", "port");
    }

    private static void Command(ManifestMap map, JsonObject mapped)
    {
        if (map.Has("command"))
            mapped["command"] = new JsonArray([.. map.Words("command").Select(word => (JsonNode)ComposeFile.Resolve(word))]);
        map.Exact("command", "command");
        map.Left("entrypoint", "The image's own entry point is run. Put it into the Dockerfile (ENTRYPOINT), and its arguments into 'command'.");
        map.Left("working_dir", "Put it into the Dockerfile (WORKDIR).");
        if (map.Text("user") is { } user)
            mapped["user"] = user;
        map.Exact("user", "user");
        if (map.Flag("read_only") != true)
            mapped["readOnly"] = false;
        map.Exact("read_only", "readOnly");
        if (map.Text("stop_grace_period") is { } grace)
            mapped["stopTimeout"] = grace;
        map.Exact("stop_grace_period", "stopTimeout");
    }

    private static void Health(ManifestMap map, JsonObject mapped)
    {
        if (map.Map("healthcheck") is not { } check)
            return;
        var test = check.Texts("test");
        if (check.Flag("disable") == true || test is ["NONE"] or [])
        {
            map.Exact("healthcheck", "containerHealth");
            return;
        }

        var health = new JsonObject { ["command"] = ComposeFile.Resolve(string.Join(' ', test[0] is "CMD" or "CMD-SHELL" ? test.Skip(1) : test)) };
        check.Exact("test", "containerHealth.command");
        foreach (var (key, to) in new[] { ("interval", "interval"), ("timeout", "timeout"), ("retries", "retries"), ("start_period", "startPeriod") })
        {
            if (check.Text(key) is { } text)
                health[to] = check.Whole(key) is { } number ? number : text;
            check.Exact(key, $"containerHealth.{to}");
        }

        check.Left("start_interval", "Checks have one interval.");
        mapped["containerHealth"] = health.Count == 1 ? health["command"]!.DeepClone() : health;
    }

    /// <summary>Limits become the smallest size that Fargate has for them.</summary>
    private static void Size(ManifestMap map, JsonObject mapped)
    {
        var limits = map.Map("deploy")?.Map("resources")?.Map("limits");
        var cpus = limits?.Text("cpus") ?? map.Text("cpus");
        var memory = Memory(limits?.Text("memory") ?? map.Text("mem_limit"));
        if (cpus is not null || memory is not null)
        {
            var wanted = double.TryParse(cpus, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) ? share * 1024 : 0;
            var pair = Cpus.Where(cpu => cpu >= wanted).SelectMany(cpu => FargateSizes.Memory(cpu).Select(mib => (Cpu: cpu, MiB: mib))).FirstOrDefault(pair => pair.MiB >= (memory ?? 0));
            if (pair.Cpu > 0)
                (mapped["cpu"], mapped["memory"]) = (pair.Cpu, pair.MiB);
        }

        const string Note = "Fargate's smallest size that has as much.";
        limits?.Changed("cpus", "cpu", Note);
        limits?.Changed("memory", "memory", Note);
        map.Changed("cpus", "cpu", Note);
        map.Changed("mem_limit", "memory", Note);
        if (map.Map("deploy") is not { } deploy)
            return;
        if (deploy.Whole("replicas") is { } replicas)
            mapped["scale"] = new JsonObject { ["min"] = replicas };
        deploy.Exact("replicas", "scale.min");
        deploy.Map("resources")?.Left("reservations", "A task has all of its size to itself.");
        limits?.Left("pids", "A task has no limit of processes.");
        foreach (var key in deploy.Keys.Where(key => key != "resources").ToList())
            deploy.Left(key, "Services always run as many tasks as 'scale' says, and new ones before old ones stop.");
    }

    private static int? Memory(string? text)
    {
        if (text is null)
            return null;
        var digits = text.TrimEnd('b', 'B', 'k', 'K', 'm', 'M', 'g', 'G', 'i');
        var unit = text[digits.Length..].ToLowerInvariant();
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? (int)Math.Ceiling(number * (unit.Length > 0 ? unit[0] : 'b') switch { 'g' => 1024, 'm' => 1, 'k' => 1.0 / 1024, _ => 1.0 / (1024 * 1024) })
            : null;
    }

    private static void Files(ManifestMap map, JsonObject mapped, ComposeScope scope)
    {
        var mounts = map.Texts("volumes").Select(text => text.Split(':')).Select(parts => parts.Length == 1 ? (Source: "", Target: parts[0], ReadOnly: false) : (Source: parts[0], Target: parts[1], ReadOnly: parts.Length > 2 && parts[2].Split(',').Contains("ro")))
            .Concat(map.Maps("volumes").Select(one => (Source: one.Text("source") ?? "", Target: one.Text("target") ?? "", ReadOnly: one.Flag("read_only") == true)))
            .ToList();
        var bound = mounts.Where(mount => mount.Source.StartsWith('.') || mount.Source.StartsWith('/') || mount.Source.StartsWith('~') || mount.Source.StartsWith('$')).ToList();
        var volumes = new JsonObject();
        foreach (var (source, target, readOnly) in mounts.Except(bound).Where(mount => mount.Source.Length > 0))
        {
            var name = NewName.Of(source);
            if (scope.Services.Any(one => one.Key == name))
                name = $"{name}-files";
            scope.Add("files", name, []);
            volumes[name] = readOnly ? new JsonObject { ["path"] = target, ["readOnly"] = true } : target;
        }

        if (volumes.Count > 0)
            mapped["volumes"] = volumes;
        if (bound.Count > 0)
            map.Left("volumes", $"{string.Join(", ", bound.Select(mount => mount.Source))}: no folder of your machine is there. Copy what it holds into the image.");
        map.Changed("volumes", "volumes", "File systems that are new and empty; a volume without a name is the container's own.");
        if (map.Texts("tmpfs") is { Count: > 0 } memory && map.Flag("read_only") == true)
            mapped["writable"] = new JsonArray([.. memory.Select(path => (JsonNode)path.Split(':')[0])]);
        map.Exact("tmpfs", "writable");
    }

    private static void Rest(ManifestMap map)
    {
        if (map.Text("restart") is "always" or "unless-stopped" or "on-failure")
            map.Exact("restart", "scale");
        map.Left("restart", "A service's tasks are always started again: what runs once is a job, or a 'release'.");
        map.Changed("networks", "uses", "All services are in one network, and reach what they name in 'uses'.");
        map.Changed("container_name", "services", "Others reach it by the name that it has in 'services'.");
        map.Changed("hostname", "services", "Others reach it by the name that it has in 'services'.");
        map.Left("labels", "Landfall sets no Docker labels; 'tags' are an environment's.");
        map.Left("logging", "Containers write to CloudWatch Logs.");
        map.Left("profiles", "Every service is deployed; 'environments' of a service says what differs.");
        foreach (var key in new[] { "privileged", "cap_add", "devices", "network_mode", "pid", "ipc", "sysctls", "security_opt" })
            map.Left(key, "Fargate does not have it.");
    }
}
