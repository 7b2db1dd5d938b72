using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Copilot.Services;

/// <summary><c>sidecars</c>: containers beside the service's own.</summary>
internal static class SidecarsPart
{
    public static void Map(ManifestMap map, JsonObject service, MigrationScope scope)
    {
        if (map.Map("sidecars") is not { } sidecars)
            return;
        var mapped = new JsonObject();
        foreach (var (name, details) in sidecars.Keys.Select(key => (key, sidecars.Map(key))).Where(one => one.Item2 is not null).ToList())
        {
            if (Sidecar(details!, scope) is { } sidecar)
                mapped[name] = sidecar;
            else
                sidecars.Left(name, "A sidecar's image is a registry's here: build and push it, then name it.");
        }

        if (mapped.Count > 0)
            service["sidecars"] = mapped;
    }

    private static JsonObject? Sidecar(ManifestMap details, MigrationScope scope)
    {
        if (details.Text("image") is not { } image)
            return null;
        var sidecar = new JsonObject { ["image"] = scope.Resolve(image) };
        details.Exact("image", "sidecars.image");
        if (int.TryParse(details.Text("port")?.Split('/')[0], out var port))
        {
            sidecar["port"] = port;
            details.Exact("port", "sidecars.port");
        }

        if (details.Has("command"))
        {
            sidecar["command"] = new JsonArray([.. details.Words("command").Select(word => (JsonNode)word)]);
            details.Exact("command", "sidecars.command");
        }

        if (details.Flag("essential") is { } essential)
        {
            if (!essential)
                sidecar["essential"] = false;
            details.Exact("essential", "sidecars.essential");
        }

        var env = new JsonObject();
        VariablesPart.Variables("", details, env, [], scope);
        if (env.Count > 0)
            sidecar["env"] = env;
        details.Left("secrets", "Sidecars get no secrets here: only the service's own container reads them.");
        details.Left("env_file", "Put its variables into the sidecar's 'env'.");
        details.Left("mount_points", "Only the service's own container mounts file systems.");
        details.Left("depends_on", "Containers of a task start together.");
        details.Left("healthcheck", "Only the service's own container is checked, by 'containerHealth'.");
        details.Left("labels", "Landfall sets no Docker labels.");
        details.Left("entrypoint", "The image's own entry point is run; its arguments are 'command'.");
        details.Left("credentialsParameter", "Landfall pulls from public registries and from ECR: copy the image into ECR.");
        return sidecar;
    }
}
