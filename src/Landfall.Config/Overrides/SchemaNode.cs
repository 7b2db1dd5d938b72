using System.Text.Json;

namespace Landfall.Config.Overrides;

/// <summary>What CloudFormation takes at one place of a resource: a JSON Schema, of which the words that speak of one value are kept.</summary>
internal readonly struct SchemaNode
{
    private readonly ResourceSchema _schema;
    private readonly JsonElement _element;

    /// <summary>A node of a type's schema; a reference stands for the part that it names.</summary>
    public SchemaNode(ResourceSchema schema, JsonElement element)
    {
        _schema = schema;
        _element = element.TryGetProperty("$ref", out var name) ? schema.Definition(name.GetString()!) : element;
    }

    /// <summary>The kinds of value, in JSON Schema's words; none where the schema does not say.</summary>
    public IReadOnlyList<string> Kinds => !_element.TryGetProperty("type", out var type) ? HasProperties ? ["object"] : []
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(kind => kind.GetString()!)]
        : [type.GetString()!];

    /// <summary>The values of a closed set; none where any value of the kind will do.</summary>
    public IReadOnlyList<string> Words => _element.TryGetProperty("enum", out var words) ? [.. words.EnumerateArray().Select(word => word.ToString())]
        : _element.TryGetProperty("const", out var word) ? [word.ToString()]
        : [];

    /// <summary>The regular expression that a text has to match, or null.</summary>
    public string? Pattern => _element.TryGetProperty("pattern", out var pattern) ? pattern.GetString() : null;

    /// <summary>Alternatives, one of which a value has to be.</summary>
    public IReadOnlyList<SchemaNode> Alternatives
    {
        get
        {
            var schema = _schema;
            return _element.TryGetProperty("anyOf", out var parts) ? [.. parts.EnumerateArray().Select(part => new SchemaNode(schema, part))] : [];
        }
    }

    /// <summary>What each item of a list is, or null where the schema does not say.</summary>
    public SchemaNode? Items => Child("items");

    /// <summary>What each value of a mapping with free names is, or null where the schema does not say.</summary>
    public SchemaNode? Values => Child("values");

    /// <summary>The properties by name.</summary>
    public IReadOnlyDictionary<string, SchemaNode> Properties
    {
        get
        {
            var schema = _schema;
            return HasProperties
                ? _element.GetProperty("properties").EnumerateObject().ToDictionary(pair => pair.Name, pair => new SchemaNode(schema, pair.Value), StringComparer.Ordinal)
                : new Dictionary<string, SchemaNode>();
        }
    }

    /// <summary>The properties without which CloudFormation refuses the object.</summary>
    public IReadOnlyList<string> Required => _element.TryGetProperty("required", out var names) ? [.. names.EnumerateArray().Select(name => name.GetString()!)] : [];

    /// <summary>True where no property may be there but those that are named.</summary>
    public bool IsClosed => HasProperties && !_element.TryGetProperty("open", out _);

    private bool HasProperties => _element.TryGetProperty("properties", out _);

    /// <summary>A bound of a number, a length or a count.</summary>
    /// <param name="word">JSON Schema's word, for example <c>maxLength</c>.</param>
    /// <returns>The bound, or null where there is none.</returns>
    public double? Bound(string word) => _element.TryGetProperty(word, out var bound) ? bound.GetDouble() : null;

    private SchemaNode? Child(string word) => _element.TryGetProperty(word, out var child) ? new SchemaNode(_schema, child) : null;
}
