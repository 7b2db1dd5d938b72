using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Compose;

/// <summary>What a service reads from its environment, and whom it calls.</summary>
internal static class EnvironmentMapping
{
    public static void Map(ComposeService service, ManifestMap map, JsonObject mapped, ComposeScope scope)
    {
        var (env, uses, notes) = (new JsonObject(), new JsonArray(), new List<string>());
        foreach (var file in map.Texts("env_file").Concat(map.Maps("env_file").Select(one => one.Text("path") ?? "")))
        {
            if (ProgramVariables.ReadFile(scope.File.Root, file) is not { } lines)
                notes.Add($"There is no file {file} in the repository: put its variables into 'env'.");
            foreach (var (name, value) in ProgramVariables.ReadFile(scope.File.Root, file) ?? [])
                Put(name, value);
        }

        map.Changed("env_file", "env", string.Join(' ', notes.DefaultIfEmpty("Its values are in the new file.")));
        notes.Clear();
        foreach (var (name, value) in Variables.Read(map))
            Put(name, value);
        if (notes.Count == 0)
            map.Exact("environment", "env");
        map.Changed("environment", "env", string.Join(' ', notes));
        foreach (var other in map.Texts("depends_on").Concat(map.Map("depends_on")?.Keys ?? []).Concat(map.Texts("links").Select(link => link.Split(':')[0])).Select(Find).OfType<ComposeService>())
            ProgramVariables.Use(uses, other.Key);
        map.Exact("depends_on", "uses");
        map.Exact("links", "uses");
        map.Changed("secrets", "secrets", "Name it in 'secrets' and in 'uses': programs read it from a variable, where Compose gave a file below /run/secrets.");
        if (env.Count > 0)
            mapped["env"] = env;
        if (uses.Count > 0)
            mapped["uses"] = uses;

        void Put(string name, string value)
        {
            var called = ProgramVariables.Hosts(value).Select(Find).OfType<ComposeService>().ToList();
            foreach (var other in called)
                ProgramVariables.Use(uses, other.Key);
            if (called.Find(other => other.Database is not null) is { } database)
            {
                var prefix = ProgramVariables.Injected(database.Key);
                notes.Add($"{name} is left out: it names the database, which is at {prefix}_HOST and {prefix}_PORT now, with {prefix}_NAME, {prefix}_USER and {prefix}_PASSWORD.");
            }
            else if (ProgramVariables.IsSecret(name, value) && !ProgramVariables.CanBeSecret(name) && !ComposeFile.IsReference(value))
            {
                notes.Add($"{name} is left out: it is nothing to be read in a file. {ProgramVariables.Rename}");
            }
            else if (ProgramVariables.IsSecret(name, value) && ProgramVariables.CanBeSecret(name))
            {
                notes.Add($"{name} is nothing to be read in a file: it is the secret '{scope.AddSecret(service, name, uses)}', and needs its value.");
            }
            else
            {
                env[name] = ComposeFile.Resolve(value);
                if (called.Count > 0)
                    notes.Add($"{name} calls '{called[0].Key}', which is in 'uses'.");
            }
        }

        ComposeService? Find(string name) => scope.Services.FirstOrDefault(other => other.Name == name && other != service);
    }
}
