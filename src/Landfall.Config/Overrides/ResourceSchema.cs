using System.Text.Json;

namespace Landfall.Config.Overrides;

/// <summary>What CloudFormation takes as the properties of one resource type.</summary>
internal sealed class ResourceSchema
{
    private readonly JsonElement _definitions;

    /// <summary>Reads a type's entry of the table.</summary>
    public ResourceSchema(string type, JsonElement entry)
    {
        Type = type;
        Root = new SchemaNode(this, entry);
        ReadOnly = entry.TryGetProperty("readOnly", out var paths) ? [.. paths.EnumerateArray().Select(path => path.GetString()!)] : [];
        _definitions = entry.TryGetProperty("definitions", out var definitions) ? definitions : default;
    }

    /// <summary>The resource type.</summary>
    public string Type { get; }

    /// <summary>All properties together.</summary>
    public SchemaNode Root { get; }

    /// <summary>Paths of the properties that AWS sets and nobody else may, with <c>*</c> for each item of a list.</summary>
    public IReadOnlyList<string> ReadOnly { get; }

    /// <summary>A named part of the schema.</summary>
    public JsonElement Definition(string name) => _definitions.GetProperty(name);
}
