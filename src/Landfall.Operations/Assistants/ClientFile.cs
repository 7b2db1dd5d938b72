using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Config;

namespace Landfall.Operations.Assistants;

/// <summary>The file in which a program looks for servers of a project.</summary>
/// <param name="Path">Where it is, from the project's folder on.</param>
/// <param name="Servers">The name of the table of servers in it.</param>
/// <param name="Folder">The word for the project's folder in an argument.</param>
/// <param name="Type">True where an entry says that its server is a program.</param>
internal sealed record ClientFile(string Path, string Servers, string Folder, bool Type)
{
    private const string Name = "landfall";

    // Of a name that is there twice one would be lost.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly JsonSerializerOptions Indented = new(ResultJson.Options) { IndentSize = 2 };

    /// <summary>Finds the file of a program.</summary>
    /// <param name="client">The program.</param>
    /// <param name="folder">The project's folder.</param>
    /// <returns>The file.</returns>
    /// <remarks>
    /// Kiro: "Configuration locations" of kiro.dev/docs/mcp/configuration; it does not say which folder a server is started in, so the
    /// path is whole. Claude Code: <c>.mcp.json</c> of the project scope. Code: "MCP configuration reference", with its own variables.
    /// </remarks>
    public static ClientFile Of(Assistant client, string folder) => client switch
    {
        Assistant.Kiro => new(".kiro/settings/mcp.json", "mcpServers", folder, Type: false),
        Assistant.Claude => new(".mcp.json", "mcpServers", ".", Type: false),
        _ => new(".vscode/mcp.json", "servers", "${workspaceFolder}", Type: true),
    };

    /// <summary>Adds the server to what the file holds, or brings its entry up to date; everything else stays.</summary>
    /// <param name="text">What the file holds; null where there is none.</param>
    /// <param name="flags">The flags that the server is started with.</param>
    /// <returns>What it will hold.</returns>
    /// <exception cref="LandfallException">The file cannot be read without losing something of it.</exception>
    public string With(string? text, IReadOnlyList<string> flags)
    {
        var root = Read(text);
        if (root[Servers] is not (null or JsonObject))
            throw Unreadable($"its '{Servers}' is no table", flags);
        var servers = root[Servers] as JsonObject ?? [];
        if (servers[Name] is not (null or JsonObject))
            throw Unreadable($"its '{Servers}.{Name}' is no table", flags);
        var entry = servers[Name] as JsonObject ?? [];
        foreach (var (key, value) in Entry(flags).ToList())
            entry[key] = value?.DeepClone();
        if (entry.Parent is null)
            servers[Name] = entry;
        if (servers.Parent is null)
            root[Servers] = servers;
        return root.ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";

        JsonObject Read(string? held)
        {
            try
            {
                return string.IsNullOrWhiteSpace(held) ? [] : JsonNode.Parse(held, documentOptions: Strict) as JsonObject ?? throw Unreadable("it is no table", flags);
            }
            catch (Exception e) when (e is JsonException or ArgumentException)
            {
                throw Unreadable("it is no JSON, or has comments, which would be lost", flags);
            }
        }
    }

    private JsonObject Entry(IReadOnlyList<string> flags)
    {
        var entry = new JsonObject();
        if (Type)
            entry["type"] = "stdio";
        entry["command"] = "landfall";
        entry["args"] = new JsonArray([.. new[] { "mcp", Folder }.Concat(flags).Select(word => JsonValue.Create(word))]);
        return entry;
    }

    private LandfallException Unreadable(string why, IReadOnlyList<string> flags) => new(
        ErrorCodes.McpClientFile,
        $"The server cannot be added to {Path}: {why}. Add it to '{Servers}' by hand:\n\"{Name}\": {Entry(flags).ToJsonString(Indented)}");
}
