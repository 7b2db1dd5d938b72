using System.Text.Json;
using System.Text.Json.Nodes;

namespace Landfall.Operations.Init;

/// <summary>Looks at a folder to offer sensible answers.</summary>
internal static class ProjectDetector
{
    /// <summary>Tells what the code in a folder is written in.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The kind, or null when nothing gives it away.</returns>
    public static ProjectKind? Detect(string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*.csproj").Any())
            return ProjectKind.Dotnet;
        if (File.Exists(Path.Combine(folder, "package.json")))
            return ProjectKind.Node;
        if (File.Exists(Path.Combine(folder, "requirements.txt")))
            return ProjectKind.Python;
        return File.Exists(Path.Combine(folder, "index.html")) ? ProjectKind.Static : null;
    }

    /// <summary>Finds the file that starts a Node or Python service.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="kind">Node or Python.</param>
    /// <returns>The file's name; the usual one when none is there.</returns>
    public static string Entry(string folder, ProjectKind kind)
    {
        if (kind == ProjectKind.Node && MainOf(Path.Combine(folder, "package.json")) is { } main)
            return main;
        string[] usual = kind == ProjectKind.Node
            ? ["server.mjs", "server.js", "index.mjs", "index.js", "app.js"]
            : ["main.py", "app.py", "server.py"];
        return usual.FirstOrDefault(f => File.Exists(Path.Combine(folder, f))) ?? usual[0];
    }

    private static string? MainOf(string packageFile)
    {
        if (!File.Exists(packageFile))
            return null;
        try
        {
            return JsonNode.Parse(File.ReadAllText(packageFile)) is JsonObject package && package["main"] is JsonValue main
                && main.TryGetValue<string>(out var file) ? file : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Makes a name that Landfall accepts out of a folder's.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>Lower-case letters, digits and hyphens, at most 20.</returns>
    public static string Name(string folder)
    {
        var letters = string.Join('-', new string([.. Path.GetFileName(Path.GetFullPath(folder).TrimEnd('/')).ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]).Split('-', StringSplitOptions.RemoveEmptyEntries));
        var name = letters.TrimStart("0123456789-".ToCharArray());
        return name.Length == 0 ? "app" : name[..Math.Min(20, name.Length)].TrimEnd('-');
    }
}
