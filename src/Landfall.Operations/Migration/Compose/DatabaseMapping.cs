using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Compose;

/// <summary>A service whose image is a database's, as a database of AWS's.</summary>
internal static class DatabaseMapping
{
    public static void Map(ComposeService service, JsonObject database, ManifestMap map, ComposeScope scope)
    {
        map.Changed("image", $"databases.{service.Key}", $"Amazon RDS runs it, new and empty. Who uses it gets {ProgramVariables.Injected(service.Key)}_HOST, _PORT, _NAME, _USER and _PASSWORD.");
        foreach (var (key, value) in Variables.Read(map))
        {
            if (key is "POSTGRES_DB" or "MYSQL_DATABASE")
                database["database"] = ComposeFile.Resolve(value);
        }

        map.Changed("environment", $"databases.{service.Key}", "The user and the password are made by RDS.");
        map.Changed("env_file", $"databases.{service.Key}", "The user and the password are made by RDS.");
        map.Changed("volumes", $"databases.{service.Key}", "RDS keeps the data. What initialises the schema is a service's 'release'.");
        foreach (var key in map.Keys.ToList())
            map.Changed(key, $"databases.{service.Key}", "RDS sees to it.");
        scope.Add("databases", service.Key, database);
    }
}
