using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Copilot.Services;

/// <summary>A service or job of Copilot's as a service of the file.</summary>
/// <remarks>Source of the keys' meanings: AWS Copilot CLI, "Manifest", the page of each type.</remarks>
internal static class ServiceMapping
{
    /// <summary>The types that Copilot has.</summary>
    public static IReadOnlyDictionary<string, string> Types { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["Backend Service"] = "internal",
        ["Load Balanced Web Service"] = "web",
        ["Request-Driven Web Service"] = "web",
        ["Scheduled Job"] = "job",
        ["Static Site"] = "site",
        ["Worker Service"] = "worker",
    };

    /// <summary>Maps it.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="map">Its keys, of one environment or of all.</param>
    /// <param name="scope">Where it is read for.</param>
    /// <returns>The service; null for a type that Copilot does not have.</returns>
    public static JsonObject? Map(CopilotManifest manifest, ManifestMap map, MigrationScope scope)
    {
        if (!Types.TryGetValue(manifest.Type, out var type))
        {
            map.Left("type", $"Copilot has no such type. It has {string.Join(", ", Types.Keys)}.");
            return null;
        }

        if (manifest.Key == manifest.Name)
            map.Exact("name", $"services.{manifest.Key}");
        map.Changed("name", $"services.{manifest.Key}", "Names have lower-case letters, digits and single hyphens.");
        var service = new JsonObject { ["type"] = type };
        if (type == "site")
        {
            map.Exact("type", "type");
            SitePart.Map(manifest, map, service, scope);
            return service;
        }

        ImagePart.Map(map, service, scope);
        switch (manifest.Type)
        {
            case "Load Balanced Web Service":
                map.Exact("type", "type");
                HttpPart.MapPublic(map, service, scope);
                break;
            case "Request-Driven Web Service":
                map.Changed("type", "type", "It runs on ECS behind the load balancer, where App Runner ran it: at least one task runs at all times, and scaling is by 'scale'.");
                HttpPart.MapPublic(map, service, scope);
                break;
            case "Backend Service":
                HttpPart.MapInternal(map, service);
                break;
            case "Worker Service":
                QueuePart.Map(manifest.Key, map, service, scope);
                break;
            default:
                map.Exact("type", "type");
                JobPart.Map(map, service);
                break;
        }

        TaskPart.Map(map, service);
        CountPart.Map(map, service, manifest.Type);
        VariablesPart.Map(manifest.Key, map, service, scope);
        StoragePart.Map(manifest.Key, map, service, scope);
        SidecarsPart.Map(map, service, scope);
        RolloutPart.Map(map, scope);
        LoggingPart.Map(map, service);
        NetworkPart.Map(manifest.Key, map);
        TopicsPart.Map(map);
        return service;
    }
}
