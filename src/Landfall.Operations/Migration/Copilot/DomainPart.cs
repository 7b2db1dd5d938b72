using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Copilot;

/// <summary>
/// The domain of an environment, from the names that its services answer to. Copilot keeps the application's domain in the
/// account, not in the files: the zone of a name is a guess where no manifest says its id.
/// </summary>
internal static class DomainPart
{
    public static void Map(MigrationScope scope)
    {
        var names = scope.Aliases.Select(alias => (Name: alias.Name.StartsWith("*.", StringComparison.Ordinal) ? alias.Name[2..] : alias.Name, alias.ZoneId)).ToList();
        if (names.Count == 0)
            return;
        var (main, mainZone) = names.OrderBy(one => one.Name.Length).ThenBy(one => one.Name, StringComparer.Ordinal).First();
        var zone = ZoneOf(main);
        var domain = new JsonObject { ["name"] = main, ["zone"] = zone };
        if ((mainZone ?? names.FirstOrDefault(one => one.ZoneId is not null && IsIn(one.Name, zone)).ZoneId) is { } id)
            domain["zoneId"] = scope.Resolve(id);
        var zones = new JsonObject();
        foreach (var (name, zoneId) in names.Where(one => !IsIn(one.Name, zone) && one.ZoneId is not null))
            zones[ZoneOf(name)] = scope.Resolve(zoneId!);
        if (zones.Count > 0)
            domain["zones"] = zones;
        foreach (var (key, value) in scope.Settings["domain"] as JsonObject ?? [])
            domain[key] = value!.DeepClone();
        scope.Settings["domain"] = domain;
    }

    // The label before the first dot is the service's, unless two labels are all there is.
    private static string ZoneOf(string name) => name.Count(c => c == '.') > 1 ? name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..] : name;

    private static bool IsIn(string name, string zone) => name == zone || name.EndsWith($".{zone}", StringComparison.Ordinal);
}
