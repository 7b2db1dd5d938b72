using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Operations;

namespace Landfall.Mcp.Tools;

/// <summary>Reads what a caller gives a tool: every name is known, every path is in the folder, everything has its type.</summary>
/// <param name="tool">The tool's name.</param>
/// <param name="parameters">What it takes.</param>
/// <param name="folder">The server's folder.</param>
internal sealed class ToolArguments(string tool, IReadOnlyList<ToolParameter> parameters, WorkFolder folder)
{
    // A build's log is the longest that is meant to be given.
    private const int MostCharacters = 1_000_000;

    /// <summary>Reads the parameters of an operation.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="given">What the caller gives.</param>
    /// <param name="hidden">Parameters that this server does not offer; they are at their defaults.</param>
    /// <returns>The parameters.</returns>
    /// <exception cref="LandfallException">They are not what the tool takes.</exception>
    public T Read<T>(IEnumerable<KeyValuePair<string, JsonElement>> given, IReadOnlyList<ToolParameter> hidden)
    {
        var values = new JsonObject();
        foreach (var parameter in parameters.Concat(hidden))
            values[parameter.Name] = parameter.Default?.DeepClone();
        values[ToolParameter.Folder] = folder.Path;
        foreach (var (name, value) in given)
        {
            var parameter = parameters.FirstOrDefault(p => p.Name == name) ?? throw Invalid($"it has no parameter '{Shown(name)}'; it takes {Names()}");
            if (value.ValueKind == JsonValueKind.Null)
                continue;
            if (value.GetRawText().Length > MostCharacters)
                throw Invalid($"'{name}' has more than {MostCharacters} characters");
            if (value.ValueKind == JsonValueKind.Array && value.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.Null))
                throw Invalid($"'{name}' is of the wrong type: null is in the list");
            values[name] = Located(parameter, JsonNode.Parse(value.GetRawText())!);
        }

        if (parameters.FirstOrDefault(p => p.Required && values[p.Name] is null) is { } missing)
            throw Invalid($"'{missing.Name}' is missing");
        try
        {
            return values.Deserialize<T>(ToolJson.Options)!;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            var name = (e as JsonException)?.Path?.Split('.', '[', ']') is [_, { Length: > 0 } first, ..] ? first : "a parameter";
            throw Invalid($"'{name}' is of the wrong type: it has to be {parameters.FirstOrDefault(p => p.Name == name)?.Schema.ToJsonString() ?? "as the schema says"}");
        }
    }

    private JsonNode Located(ToolParameter parameter, JsonNode value)
    {
        if (!IsPath(parameter))
            return value;
        return value switch
        {
            JsonArray list => new JsonArray([.. list.Select(one => one is null ? null : Located(parameter, one))]),
            JsonValue one when one.TryGetValue<string>(out var text) =>
                parameter.Traits.HasFlag(ParameterTraits.PathOrName) && !folder.IsPath(text) ? one.DeepClone() : folder.Find(parameter.Name, text),
            _ => value.DeepClone(),
        };
    }

    private static bool IsPath(ToolParameter parameter) =>
        parameter.Name == ToolParameter.Folder || (parameter.Traits & (ParameterTraits.Path | ParameterTraits.PathOrName)) != 0;

    private string Names() => parameters.Count == 0 ? "none" : string.Join(", ", parameters.Select(p => p.Name));

    private static string Shown(string name) => name.Length > 60 ? name[..60] + "…" : name;

    private LandfallException Invalid(string what) => new(ErrorCodes.McpArguments, $"The tool '{tool}' cannot be called like this: {what}. Look at its schema, and call it again.");
}
