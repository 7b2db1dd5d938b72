using System.Text.Json.Nodes;

namespace Landfall.Operations.Migration.Compose;

/// <summary>What a service of a Compose file is to be.</summary>
/// <param name="Name">Its name there, which others call it by.</param>
/// <param name="Key">Its name in the new file.</param>
/// <param name="Database">The database that it is, where its image is one that AWS runs; null for a program.</param>
/// <param name="IsPublished">Whether a port of it is open outside.</param>
internal sealed record ComposeService(string Name, string Key, JsonObject? Database, bool IsPublished)
{
    /// <summary>Finds out what a service is.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="map">Its keys.</param>
    /// <returns>What it is to be.</returns>
    public static ComposeService Of(string name, ManifestMap map)
    {
        var image = map.Has("build") ? null : map.Text("image");
        var (repository, tag) = image?.Split('@')[0] is { } reference && reference.LastIndexOf(':') is var colon && colon > reference.LastIndexOf('/')
            ? (reference[..colon], reference[(colon + 1)..])
            : (image, "");
        var engine = repository?.Split('/')[^1] switch
        {
            "postgres" or "postgis" => "postgresql",
            "mysql" => "mysql",
            _ => null,
        };
        return new ComposeService(name, NewName.Of(name), engine is null ? null : Databased(engine, tag), map.Has("ports"));
    }

    private static JsonObject Databased(string engine, string tag)
    {
        var database = new JsonObject { ["engine"] = engine };
        var version = tag.Split('-')[0].Split('.');
        if (version.All(part => part.Length > 0 && part.All(char.IsAsciiDigit)) && (engine == "postgresql" || version.Length > 1))
            database["version"] = engine == "postgresql" ? version[0] : $"{version[0]}.{version[1]}";
        return database;
    }
}
