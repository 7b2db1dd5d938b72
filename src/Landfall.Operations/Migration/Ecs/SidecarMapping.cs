using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Ecs;

/// <summary>The containers beside the one that requests go to.</summary>
internal static class SidecarMapping
{
    /// <summary>Maps them.</summary>
    /// <param name="containers">Every container of the task.</param>
    /// <param name="own">The name of the service's own.</param>
    /// <param name="service">The service in the new file.</param>
    /// <param name="scope">What stands above the services.</param>
    public static void Map(ManifestMap containers, string own, JsonObject service, EcsScope scope)
    {
        var mapped = new JsonObject();
        foreach (var name in containers.Keys.Where(key => key != own).ToList())
        {
            if (containers.Map(name) is { } container)
                mapped[NewName.Of(name)] = Sidecar(container, scope);
        }

        if (mapped.Count > 0)
            service["sidecars"] = mapped;
    }

    private static JsonObject Sidecar(ManifestMap container, EcsScope scope)
    {
        var sidecar = new JsonObject { ["image"] = Settings.Escape(container.Text("image") ?? "") };
        container.Exact("image", "sidecars.image");
        foreach (var (mapping, index) in container.Maps("portMappings").Select((mapping, index) => (mapping, index)))
        {
            if (index == 0 && mapping.Whole("containerPort") is { } port)
            {
                sidecar["port"] = port;
                mapping.Exact("containerPort", "sidecars.port");
            }

            mapping.Left("containerPort", "A sidecar has one port here.");
            foreach (var key in new[] { "hostPort", "protocol", "name", "appProtocol" })
                mapping.Exact(key, "–");
            mapping.Left("containerPortRange", "A sidecar has one port here.");
        }

        if (Unwritten.IsAmong(container.Texts("command")))
            container.Left("command", Unwritten.Command);
        else if (container.Has("command"))
            sidecar["command"] = new JsonArray([.. container.Texts("command").Select(word => (JsonNode)Settings.Escape(word))]);
        container.Exact("command", "sidecars.command");
        if (container.Flag("essential") == false)
            sidecar["essential"] = false;
        container.Exact("essential", "sidecars.essential");
        var env = new JsonObject();
        VariablesMapping.Variables("", container, env, null, scope);
        if (env.Count > 0)
            sidecar["env"] = env;
        container.Left("secrets", "Sidecars get no secrets here: only the service's own container reads them.");
        container.Left("mountPoints", "Only the service's own container mounts file systems.");
        container.Left("healthCheck", "Only the service's own container is checked, by 'containerHealth'.");
        container.Changed("logConfiguration", "logRetention", "A sidecar's lines are in its service's log group.");
        foreach (var key in new[] { "user", "readonlyRootFilesystem", "stopTimeout" })
            container.Left(key, "Only the service's own container has it here: a patch of the service's TaskDefinition in 'overrides' can set it.");
        ContainerMapping.Rest(container);
        return sidecar;
    }
}
