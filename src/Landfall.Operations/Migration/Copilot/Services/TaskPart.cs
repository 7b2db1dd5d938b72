using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Copilot.Services;

/// <summary>Size, processor, command and shell of a task.</summary>
internal static class TaskPart
{
    public static void Map(ManifestMap map, JsonObject service)
    {
        foreach (var key in new[] { "cpu", "memory" })
        {
            if (map.Whole(key) is { } number)
            {
                service[key] = number;
                map.Exact(key, key);
            }

            map.Left(key, "It is no whole number.");
        }

        Platform(map, service);
        if (map.Has("command"))
        {
            service["command"] = new JsonArray([.. map.Words("command").Select(word => (JsonNode)word)]);
            map.Exact("command", "command");
        }

        map.Left("entrypoint", "The image's own entry point is run. Put it into the Dockerfile (ENTRYPOINT), and its arguments into 'command'.");
        if (map.Flag("exec") is { } exec)
        {
            if (exec)
                service["exec"] = true;
            map.Exact("exec", "exec");
        }

        map.Left("taskdef_overrides", "Copilot's patches of the task definition have other paths. 'overrides' can patch the service's TaskDefinition: see docs/extend.md.");
        map.Left("tags", "'tags' are an environment's: put them there for all that it has.");
        map.Left("instance_role", "Landfall makes a role for each service, with what its 'uses' need.");
    }

    /// <summary>Copilot's default is x86, Landfall's ARM.</summary>
    private static void Platform(ManifestMap map, JsonObject service)
    {
        var parts = map.Map("platform");
        var (system, processor) = parts is null
            ? (map.Text("platform") ?? "linux/x86_64").Split('/', 2) is [var s, var p] ? (s, p) : ("linux", "x86_64")
            : (parts.Text("osfamily") ?? "linux", parts.Text("architecture") ?? "x86_64");
        var isLinux = system.Equals("linux", StringComparison.OrdinalIgnoreCase);
        var isArm = processor.ToLowerInvariant() is "arm64" or "arm";
        if (!isArm)
            service["architecture"] = "x86";
        if (isLinux)
            map.Exact("platform", "architecture");
        else
            map.Left("platform", "Landfall runs Linux containers: the program has to be built for Linux.");
    }
}
