using System.Globalization;
using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Ecs;

/// <summary>A service's own container: the one that requests go to.</summary>
/// <remarks>Source of the keys' meanings: Amazon ECS API Reference, ContainerDefinition.</remarks>
internal static class ContainerMapping
{
    /// <summary>Maps it.</summary>
    /// <param name="container">Its settings.</param>
    /// <param name="service">The service in the new file.</param>
    /// <param name="port">The port that requests go to, or null for the first that it has.</param>
    /// <param name="listens">True for a service that others call.</param>
    public static void Map(ManifestMap container, JsonObject service, int? port, bool listens)
    {
        service["image"] = Settings.Escape(container.Text("image") ?? "");
        if ((container.Text("image") ?? "").Contains("@sha256:", StringComparison.Ordinal))
            container.Changed("image", "image", "It names one version: 'build' or a tag lets the next ones come.");
        container.Exact("image", "image");
        Ports(container, service, port, listens);
        if (Unwritten.IsAmong(container.Texts("command")))
            container.Left("command", Unwritten.Command);
        else if (container.Has("command"))
            service["command"] = new JsonArray([.. container.Texts("command").Select(word => (JsonNode)Settings.Escape(word))]);
        container.Exact("command", "command");
        if (container.Text("user") is { } user)
            service["user"] = user;
        container.Exact("user", "user");
        if (container.Flag("readonlyRootFilesystem") != true)
            service["readOnly"] = false;
        container.Exact("readonlyRootFilesystem", "readOnly");
        if (container.Whole("stopTimeout") is { } stop)
            service["stopTimeout"] = $"{Math.Clamp(stop, 2, 120)}s";
        container.Exact("stopTimeout", "stopTimeout");
        Health(container, service);
        Logs(container, service);
        if (container.Flag("essential") != false)
            container.Exact("essential", "–");
        container.Left("essential", "The service's own container always is essential.");
        Rest(container);
    }

    /// <summary>What no container has in Landfall.</summary>
    public static void Rest(ManifestMap container)
    {
        if (container.Text("versionConsistency") is { } consistency)
            (consistency == "enabled" ? (Action<string, string>)container.Exact : (key, to) => container.Left(key, "Every task of a version runs the same image."))("versionConsistency", "–");
        foreach (var (keys, note) in new (string[], string)[]
        {
            (["cpu", "memory", "memoryReservation"], "A container shares its task's size with the others: 'cpu' and 'memory' are the task's."),
            (["entryPoint"], "The image's own entry point is run. Put it into the Dockerfile (ENTRYPOINT), and its arguments into 'command'."),
            (["workingDirectory"], "Put it into the Dockerfile (WORKDIR)."),
            (["environmentFiles"], "Landfall reads no files of variables from S3: put its variables into 'env', and what nobody should read into 'secrets'."),
            (["dependsOn", "startTimeout"], "Containers of a task start together."),
            (["dockerLabels"], "Landfall sets no Docker labels."),
            (["ulimits", "systemControls", "resourceRequirements"], "Landfall does not set it: a patch of the service's TaskDefinition in 'overrides' can."),
            (["linuxParameters"], "Landfall does not set it: 'writable' gives folders in memory, and a patch of the service's TaskDefinition in 'overrides' sets the rest that Fargate has."),
            (["privileged", "links", "extraHosts", "hostname", "dnsServers", "dnsSearchDomains", "dockerSecurityOptions", "disableNetworking"], "Fargate does not have it."),
            (["interactive", "pseudoTerminal", "credentialSpecs"], "Landfall does not set it."),
            (["repositoryCredentials"], "Landfall pulls from public registries and from ECR: copy the image into ECR."),
            (["firelensConfiguration"], "Landfall's containers write to CloudWatch Logs, and no container routes logs."),
            (["restartPolicy"], "ECS replaces the task where an essential container ends."),
            (["volumesFrom"], "Containers share nothing but file systems ('volumes' of the service)."),
        })
        {
            foreach (var key in keys)
                container.Left(key, note);
        }
    }

    private static void Ports(ManifestMap container, JsonObject service, int? port, bool listens)
    {
        var mappings = container.Maps("portMappings");
        var first = port ?? mappings.Select(one => one.Whole("containerPort")).FirstOrDefault(one => one > 0);
        if (listens && first is { } own)
            service["port"] = own;
        foreach (var mapping in mappings)
        {
            if (mapping.Whole("containerPort") == first)
                mapping.Exact("containerPort", "port");
            mapping.Left("containerPort", "A service has one port: give what listens on another one a service of its own.");
            if (mapping.Text("protocol") is "tcp")
                mapping.Exact("protocol", "protocol");
            mapping.Left("protocol", "Services speak HTTP or TCP.");
            switch (mapping.Text("appProtocol"))
            {
                case "grpc" or "http2" or "http" when listens:
                    if (service["protocol"] is null && mapping.Text("appProtocol") != "http")
                        service["protocol"] = mapping.Text("appProtocol");
                    mapping.Exact("appProtocol", "protocol");
                    break;
            }

            mapping.Left("appProtocol", "Services that listen have a 'protocol'.");
            if (mapping.Text("hostPort") is "0" || mapping.Text("hostPort") == mapping.Text("containerPort"))
                mapping.Exact("hostPort", "–");
            mapping.Left("hostPort", "Every task has an address of its own, where its container's port is open: there is no port of a host.");
            mapping.Exact("name", "–");
            mapping.Left("containerPortRange", "A service has one port.");
        }
    }

    private static void Health(ManifestMap container, JsonObject service)
    {
        if (container.Map("healthCheck") is not { } check)
            return;
        var test = check.Texts("command");
        if (test is ["NONE"] or [])
        {
            container.Exact("healthCheck", "containerHealth");
            return;
        }

        if (Unwritten.IsAmong(test))
        {
            container.Left("healthCheck", Unwritten.Command);
            return;
        }

        var health = new JsonObject { ["command"] = Settings.Escape(string.Join(' ', test[0] is "CMD" or "CMD-SHELL" ? test.Skip(1) : test)) };
        if (test[0] == "CMD")
            check.Changed("command", "containerHealth.command", "The container's shell runs it, which has to be in the image.");
        check.Exact("command", "containerHealth.command");
        foreach (var (key, least, most) in new[] { ("interval", 5, 300), ("timeout", 2, 60), ("startPeriod", 0, 300) })
        {
            if (check.Whole(key) is { } seconds)
                health[key] = $"{Math.Clamp(seconds, least, most)}s";
            check.Exact(key, $"containerHealth.{key}");
        }

        // Landfall's default is a grace of half a minute, ECS's none.
        health.TryAdd("startPeriod", (JsonNode)"0s");
        if (check.Whole("retries") is { } retries)
            health["retries"] = retries;
        check.Exact("retries", "containerHealth.retries");
        service["containerHealth"] = health;
    }

    /// <summary>Days that a log group keeps its lines, of which Landfall takes the same steps as CloudWatch.</summary>
    private static void Logs(ManifestMap container, JsonObject service)
    {
        if (container.Map("logConfiguration") is not { } logs)
            return;
        if (logs.Text("logDriver") == "awslogs")
            logs.Exact("logDriver", "logRetention");
        logs.Left("logDriver", "Containers write to CloudWatch Logs; 'telemetry' can send logs elsewhere too.");
        logs.Left("secretOptions", "Containers write to CloudWatch Logs.");
        if (logs.Map("options") is not { } options)
            return;
        if (options.Whole("retentionInDays") is { } days)
        {
            service["logRetention"] = string.Create(CultureInfo.InvariantCulture, $"{days}d");
            options.Exact("retentionInDays", "logRetention");
        }

        options.Changed("awslogs-group", "logRetention", options.Has("retentionInDays")
            ? "Landfall makes a log group for each service; what stands in this one stays there."
            : "Landfall makes a log group for each service, which keeps lines for 30 days unless 'logRetention' says more; what stands in this one stays there.");
        foreach (var key in new[] { "awslogs-region", "awslogs-stream-prefix", "awslogs-create-group" })
            options.Exact(key, "–");
        foreach (var key in options.Keys.ToList())
            options.Left(key, "Landfall chooses how lines come to CloudWatch Logs.");
    }
}
