using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Compose;

/// <summary>A Compose file as one of Landfall's.</summary>
/// <param name="File">The new file's content.</param>
/// <param name="Services">The number of services in it.</param>
/// <param name="Keys">What became of every key.</param>
/// <param name="Secrets">The secrets that need a value, each with the variable that it is read from.</param>
internal sealed record ComposeMigration(JsonObject File, int Services, IReadOnlyList<MappedKey> Keys, IReadOnlyDictionary<string, string> Secrets)
{
    /// <summary>Maps a file.</summary>
    /// <param name="compose">The file.</param>
    /// <param name="app">The application's name.</param>
    /// <param name="region">The region.</param>
    /// <param name="environment">The first environment's name.</param>
    /// <returns>The migration.</returns>
    public static ComposeMigration Of(ComposeFile compose, string app, string region, string environment)
    {
        var ledger = new KeyLedger();
        var root = new ManifestMap(compose.Name, compose.Tree, "", ledger);
        root.Exact("name", "app");
        root.Exact("version", "–");
        root.Changed("networks", "uses", "All services are in one network, and reach what they name in 'uses'.");
        root.Left("configs", "Put files into the image, or their values into 'env'.");
        root.Left("include", "Only this file was read: migrate the other one too, and join them.");
        var scope = new ComposeScope(compose, ServicesOf(root));
        var services = new JsonObject();
        foreach (var service in scope.Services)
        {
            var map = root.Map("services")!.Map(service.Name)!;
            if (service.Database is { } database)
                DatabaseMapping.Map(service, database, map, scope);
            else
                services[service.Key] = ServiceMapping.Map(service, map, scope);
        }

        foreach (var volume in root.Map("volumes") is { } volumes ? volumes.Keys.ToList() : [])
            root.Map("volumes")!.Changed(volume, "files", "What a service mounts of it is a file system of its own, new and empty; a database keeps its own.");
        root.Changed("volumes", "files", "What a service mounts of it is a file system of its own, new and empty; a database keeps its own.");
        foreach (var secret in root.Map("secrets") is { } secrets ? secrets.Keys.ToList() : [])
            root.Map("secrets")!.Changed(secret, "secrets", "Programs read it from a variable, where Compose gave a file below /run/secrets.");
        foreach (var extension in root.Keys.Where(key => key.StartsWith("x-", StringComparison.Ordinal)).ToList())
            root.Exact(extension, "–");
        ledger.AddRest(compose.Name, compose.Tree);

        var file = new JsonObject { ["app"] = app, ["region"] = region, ["environments"] = new JsonObject { [environment] = new JsonObject() } };
        foreach (var (section, value) in scope.Settings)
            file[section] = value!.DeepClone();
        file["services"] = services;
        return new ComposeMigration(file, services.Count, ledger.Keys, scope.Secrets);
    }

    private static List<ComposeService> ServicesOf(ManifestMap root) =>
        root.Map("services") is { } services
            ? [.. services.Keys.Where(name => services.Map(name) is not null).Select(name => ComposeService.Of(name, services.Map(name)!))]
            : [];
}
