using System.Text.Json.Nodes;
using Landfall.Config.Loading;
using Landfall.Config.Tree;

namespace Landfall.Operations.Migration.Ecs;

/// <summary>Services of ECS as one file of Landfall's.</summary>
/// <param name="Account">What was read, as the text that the places in <paramref name="Keys"/> are of.</param>
/// <param name="File">The new file's content.</param>
/// <param name="Services">The number of services and jobs in it.</param>
/// <param name="Keys">What became of every setting.</param>
/// <param name="Secrets">The commands that bring the values of secrets over.</param>
internal sealed record EcsMigration(string Account, JsonObject File, int Services, IReadOnlyList<MappedKey> Keys, IReadOnlyList<string> Secrets)
{
    /// <summary>The file that what was read is written to.</summary>
    public const string AccountFile = "ecs-account.yaml";

    /// <summary>Maps what was read.</summary>
    /// <param name="document">The settings.</param>
    /// <param name="app">The application's name.</param>
    /// <param name="region">The region.</param>
    /// <param name="environment">The first environment's name.</param>
    /// <returns>The migration.</returns>
    public static EcsMigration Of(JsonObject document, string app, string region, string environment)
    {
        var account = YamlText.Of(document);
        var problems = new ProblemList(AccountFile);
        var tree = (MapNode)new YamlTreeReader(new Interpolation(_ => null, problems), problems).Read(account)!;
        var ledger = new KeyLedger();
        var root = new ManifestMap(AccountFile, tree, "", ledger);
        var (services, schedules) = (root.Map("services"), root.Map("schedules"));
        var names = Names(services?.Keys ?? [], schedules?.Keys ?? []);
        var scope = new EcsScope(
            names.ToDictionary(one => one.Value, one => one.Key.IsSchedule ? (IReadOnlyList<string>)[] : [.. Hosts(services!.Map(one.Key.Name)!).Distinct(StringComparer.OrdinalIgnoreCase)], StringComparer.Ordinal), environment);
        var mapped = new JsonObject();
        foreach (var ((name, isSchedule), key) in names)
        {
            if ((isSchedule ? JobMapping.Map(key, schedules!.Map(name)!, scope) : ServiceMapping.Map(key, services!.Map(name)!, scope)) is { } service)
                mapped[key] = service;
        }

        ledger.AddRest(AccountFile, tree);
        var file = new JsonObject { ["app"] = app, ["region"] = region, ["environments"] = new JsonObject { [environment] = new JsonObject() } };
        if (Domain(scope) is { } domain)
            file["domain"] = domain;
        foreach (var (section, value) in scope.Settings)
            file[section] = value!.DeepClone();
        file["services"] = mapped;
        return new EcsMigration(account, file, mapped.Count, ledger.Keys, [.. Commands(scope, environment)]);
    }

    private static Dictionary<(string Name, bool IsSchedule), string> Names(IEnumerable<string> services, IEnumerable<string> schedules)
    {
        var names = new Dictionary<(string, bool), string>();
        foreach (var (name, isSchedule) in services.Select(name => (name, false)).Concat(schedules.Select(name => (name, true))))
        {
            var key = NewName.Of(isSchedule ? name : name.Split('/')[^1]);
            if (names.ContainsValue(key))
                key = isSchedule ? $"{key}-job" : NewName.Of(name);
            while (names.ContainsValue(key))
                key += "-2";
            names[(name, isSchedule)] = key;
        }

        return names;
    }

    private static IEnumerable<string> Hosts(ManifestMap service)
    {
        foreach (var name in service.Map("service")!.Maps("serviceRegistries").Select(one => one.Text("dnsName")).OfType<string>())
            yield return name;
        var connect = service.Map("service")!.Map("serviceConnectConfiguration");
        foreach (var one in connect?.Maps("services") ?? [])
        {
            var discovery = one.Text("discoveryName") ?? one.Text("portName") ?? "";
            yield return $"{discovery}.{connect!.Text("namespace")?.Split('/')[^1]}";
            foreach (var alias in one.Maps("clientAliases").Select(alias => alias.Text("dnsName")).OfType<string>())
                yield return alias;
        }
    }

    /// <summary>Names stay with who has them until somebody moves them: no record is set, and the certificate is the one that is there.</summary>
    private static JsonObject? Domain(EcsScope scope)
    {
        if (scope.Hosts.Count == 0)
            return null;
        var (name, certificate) = scope.Hosts.OrderBy(one => one.Name.StartsWith("*.", StringComparison.Ordinal)).ThenBy(one => one.Name.Length).ThenBy(one => one.Name, StringComparer.Ordinal).First();
        var domain = new JsonObject { ["name"] = name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name, ["dns"] = "elsewhere" };
        if ((certificate ?? scope.Hosts.Select(one => one.Certificate).FirstOrDefault(one => one is not null)) is { } arn)
            domain["certificate"] = arn;
        return domain;
    }

    private static IEnumerable<string> Commands(EcsScope scope, string environment) =>
        scope.Secrets.Values.Select(one => $"{one.Value.ReadCommand} | landfall secret set --env {environment} --name {one.Key.Secret}")
            .Concat(scope.Plain.Select(one => $"landfall secret set --env {environment} --name {one.Key}   # {one.Value}"));
}
