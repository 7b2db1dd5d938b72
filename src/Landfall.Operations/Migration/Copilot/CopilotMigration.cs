using System.Text.Json.Nodes;
using Landfall.Operations.Migration.Copilot.Addons;
using Landfall.Operations.Migration.Copilot.Services;

namespace Landfall.Operations.Migration.Copilot;

/// <summary>A workspace of Copilot's as one file of Landfall's.</summary>
/// <param name="File">The file's content.</param>
/// <param name="Pipelines">Pipelines that lack their connection's ARN, as they would stand in the file; null where there are none.</param>
/// <param name="Keys">What became of every key.</param>
/// <param name="Secrets">Where the values of secrets are now, by secret and environment (empty for all).</param>
/// <param name="Environments">The environments, in order.</param>
internal sealed record CopilotMigration(
    JsonObject File,
    JsonObject? Pipelines,
    IReadOnlyList<MappedKey> Keys,
    IReadOnlyDictionary<(string Secret, string Environment), SecretOrigin> Secrets,
    IReadOnlyList<string> Environments)
{
    /// <summary>What addons hold.</summary>
    public required IReadOnlyList<AddonResource> Addons { get; init; }

    /// <summary>Maps a workspace. Every environment is mapped as a whole; the file says of each what differs from what all have.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="app">The application's name in the new file.</param>
    /// <param name="region">The region.</param>
    /// <param name="connection">The ARN of the pipelines' connection, or null.</param>
    /// <returns>The migration.</returns>
    public static CopilotMigration Of(CopilotWorkspace workspace, string app, string region, string? connection)
    {
        var ledger = new KeyLedger();
        var environments = EnvironmentNames(workspace);
        var addons = AddonFiles.Read(workspace, ledger);
        var names = workspace.Services.Select(s => s.Key).ToList();
        var secrets = new SecretNames([.. names, .. addons.Select(a => a.Name), "auth", "emr"]);
        var below = Map(null);
        var above = environments.ToDictionary(name => name, Map, StringComparer.Ordinal);

        var file = new JsonObject { ["app"] = app, ["region"] = region };
        file["environments"] = new JsonObject(environments.Select(name => KeyValuePair.Create(name, (JsonNode?)MergePatch.Between(below.Settings, above[name].Settings))));
        var pipelines = MapPipelines(workspace, connection, ledger);
        var (ready, waiting) = (pipelines.Where(p => !Waits(p.Value!)).ToList(), pipelines.Where(p => Waits(p.Value!)).ToList());
        Put(file, ready);
        foreach (var (section, value) in below.Settings)
            file[section] = value!.DeepClone();
        var services = new JsonObject();
        foreach (var (name, service) in below.Services)
        {
            var own = environments
                .Select(environment => (Name: environment, Patch: MergePatch.Between(service, above[environment].Services[name])))
                .Where(one => one.Patch.Count > 0)
                .ToList();
            var whole = service.DeepClone().AsObject();
            if (own.Count > 0)
                whole["environments"] = new JsonObject(own.Select(one => KeyValuePair.Create(one.Name, (JsonNode?)one.Patch)));
            services[name] = whole;
        }

        file["services"] = services;
        foreach (var manifest in workspace.Services.Concat(workspace.Environments).Concat(workspace.Pipelines))
            ledger.AddRest(manifest.File, manifest.Root);
        foreach (var other in workspace.Others)
            ledger.Add(other, new Config.Tree.Mark(1, 1), other, KeyOutcome.Left, null, "Landfall does not read it: 'overrides' patches what is synthesised, and 'extend' adds to it in C#.");

        var block = new JsonObject();
        Put(block, waiting);
        return new CopilotMigration(file, waiting.Count > 0 ? block : null, ledger.Keys, secrets.Values, environments) { Addons = addons };

        (JsonObject Settings, Dictionary<string, JsonObject> Services) Map(string? environment)
        {
            var scope = new MigrationScope(workspace.App, environment, environments[0], workspace.Root, names, secrets);
            var mapped = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
            foreach (var manifest in workspace.Services)
            {
                if (ServiceMapping.Map(manifest, new ManifestMap(manifest.File, manifest.In(environment), "", ledger, environment), scope) is not { } service)
                    continue;
                var used = addons.Where(addon => addon.Services.Contains(manifest.Key)).Select(addon => (JsonNode)addon.Name).ToArray();
                if (used.Length > 0)
                    service["uses"] = new JsonArray([.. (service["uses"] as JsonArray ?? []).Select(one => one!.DeepClone()), .. used]);
                mapped[manifest.Key] = service;
            }

            foreach (var addon in addons)
                scope.Add(addon.Section, addon.Name, addon.Value.DeepClone().AsObject());
            if (workspace.Environments.FirstOrDefault(one => one.Name == environment) is { } own)
                EnvironmentPart.Map(own, new ManifestMap(own.File, own.Root, "", ledger), scope);
            DomainPart.Map(scope);
            return (scope.Settings, mapped);
        }
    }

    /// <summary>The environments as pipelines go through them, then those with manifests, then those that services name.</summary>
    private static List<string> EnvironmentNames(CopilotWorkspace workspace)
    {
        var ledger = new KeyLedger();
        var staged = workspace.Pipelines.SelectMany(p => new ManifestMap(p.File, p.Root, "", ledger).Maps("stages")).Select(stage => stage.Text("name")).OfType<string>();
        var named = workspace.Services.SelectMany(s => s.Environments?.Entries.Select(e => e.Key) ?? []).Order(StringComparer.Ordinal);
        List<string> all = [.. staged.Concat(workspace.Environments.Select(e => e.Name)).Concat(named).Distinct(StringComparer.Ordinal)];

        // Copilot's own name for the first one ('copilot init').
        return all.Count > 0 ? all : ["test"];
    }

    private static List<KeyValuePair<string, JsonNode?>> MapPipelines(CopilotWorkspace workspace, string? connection, KeyLedger ledger) =>
        [.. workspace.Pipelines.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)PipelinePart.Map(p, new ManifestMap(p.File, p.Root, "", ledger), connection)))];

    private static bool Waits(JsonNode pipeline) => (string?)pipeline["source"]!["connection"] == PipelinePart.UnknownConnection;

    private static void Put(JsonObject file, List<KeyValuePair<string, JsonNode?>> pipelines)
    {
        if (pipelines.Count == 1)
            file["pipeline"] = pipelines[0].Value!.DeepClone();
        else if (pipelines.Count > 1)
            file["pipelines"] = new JsonObject(pipelines.Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value!.DeepClone())));
    }
}
