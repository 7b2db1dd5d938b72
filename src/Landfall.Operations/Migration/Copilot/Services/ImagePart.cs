using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Copilot.Services;

/// <summary><c>image</c>: where the image comes from, its port, and the check inside the container.</summary>
internal static class ImagePart
{
    public static void Map(ManifestMap map, JsonObject service, MigrationScope scope)
    {
        if (map.Map("image") is not { } image)
        {
            map.Left("image", "An image is 'build' or 'location'.");
            return;
        }

        // Of the two, what the environment says is meant.
        if (image.Has("location") && (!image.Has("build") || image.Layer("location") > image.Layer("build")))
            service["image"] = Location(image, scope);
        else if (image.Has("build"))
            service["image"] = new JsonObject { ["build"] = Build(image, scope) };

        if (image.Whole("port") is { } port && service["type"]!.ToString() is "web" or "internal")
        {
            service["port"] = port;
            image.Exact("port", "port");
        }
        else
        {
            image.Left("port", "Nobody calls a service of this type.");
        }

        Health(image, service);
        image.Left("credentials", "Landfall pulls from public registries and from ECR: copy the image into ECR, where its tasks may read it by themselves.");
        image.Left("labels", "Landfall sets no Docker labels. A patch of TaskDefinition in 'overrides' can: ContainerDefinitions.0.DockerLabels.");
        image.Left("depends_on", "Containers of a task start together. A patch of TaskDefinition in 'overrides' can order them: ContainerDefinitions.0.DependsOn.");
    }

    private static string Location(ManifestMap image, MigrationScope scope)
    {
        image.Exact("location", "image");
        if (image.Has("build"))
            image.Exact("build", "image");
        return scope.Resolve(image.Text("location")!);
    }

    /// <summary>Copilot's Dockerfile is relative to the repository, Landfall's to the context.</summary>
    private static JsonNode Build(ManifestMap image, MigrationScope scope)
    {
        image.Exact("location", "image");
        if (image.Text("build") is { } file)
        {
            image.Exact("build", "image.build");
            return Folder(Path(file), null, scope);
        }

        var build = image.Map("build")!;
        var (dockerfile, context) = (build.Text("dockerfile"), build.Text("context"));
        build.Exact("dockerfile", "image.build.dockerfile");
        build.Exact("context", "image.build.context");
        var folder = Folder(Path(dockerfile ?? $"{context}/Dockerfile"), context is null ? null : Path(context), scope);
        var details = folder as JsonObject ?? new JsonObject { ["context"] = folder };
        if (build.Text("target") is { } target)
        {
            details["target"] = target;
            build.Exact("target", "image.build.target");
        }

        if (build.Map("args") is { } args)
        {
            details["args"] = new JsonObject(args.Keys.Select(key => KeyValuePair.Create(key, (JsonNode?)scope.Resolve(args.Text(key) ?? ""))));
            build.Exact("args", "image.build.args");
        }

        build.Left("cache_from", "Builds keep their layers by themselves.");
        return details.Count == 1 ? details["context"]!.DeepClone() : details;
    }

    private static JsonNode Folder(string dockerfile, string? context, MigrationScope scope)
    {
        var folder = context ?? Parent(dockerfile);
        var inside = folder == "." ? dockerfile : System.IO.Path.GetRelativePath(folder, dockerfile).Replace('\\', '/');
        JsonNode written = scope.Resolve(folder == "." || folder.StartsWith("../", StringComparison.Ordinal) ? folder : $"./{folder}");
        return inside == "Dockerfile" ? written : new JsonObject { ["context"] = written, ["dockerfile"] = scope.Resolve(inside) };
    }

    private static string Parent(string file) => file.LastIndexOf('/') is > 0 and var slash ? file[..slash] : ".";

    private static string Path(string path)
    {
        var parts = path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").ToList();
        return parts.Count == 0 ? "." : string.Join('/', parts);
    }

    private static void Health(ManifestMap image, JsonObject service)
    {
        if (image.Map("healthcheck") is not { } check)
            return;
        var command = check.Texts("command");
        if (command.Count == 0)
        {
            image.Left("healthcheck", "It has no command.");
            return;
        }

        var health = new JsonObject { ["command"] = command[0] is "CMD-SHELL" or "CMD" ? string.Join(' ', command.Skip(1)) : string.Join(' ', command) };
        check.Exact("command", "containerHealth.command");
        foreach (var (key, to) in new[] { ("interval", "interval"), ("timeout", "timeout"), ("retries", "retries"), ("start_period", "startPeriod") })
        {
            if (check.Text(key) is not { } text)
                continue;
            health[to] = check.Whole(key) is { } number && key == "retries" ? number : text;
            check.Exact(key, $"containerHealth.{to}");
        }

        service["containerHealth"] = health.Count == 1 ? health["command"]!.DeepClone() : health;
    }
}
