using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Landfall.Operations;

namespace Landfall.Mcp.Tools;

/// <summary>A parameter of an operation, as a tool takes it.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Traits">What it is.</param>
/// <param name="Required">True where it has to be given.</param>
/// <param name="Schema">Its JSON Schema.</param>
/// <param name="Default">What it is where it is not given; null for nothing.</param>
internal sealed record ToolParameter(string Name, ParameterTraits Traits, bool Required, JsonObject Schema, JsonNode? Default)
{
    /// <summary>The name of the parameter that every tool of a project has.</summary>
    public const string Folder = "folder";

    /// <summary>The name of the parameter that shows what would be done.</summary>
    public const string DryRun = "dryRun";

    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>Reads a parameter of an operation.</summary>
    /// <param name="property">The property of its parameters.</param>
    /// <returns>The parameter.</returns>
    public static ToolParameter Of(PropertyInfo property)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        var given = property.GetCustomAttribute<DefaultValueAttribute>()?.Value;
        var standard = given is null ? Empty(property.PropertyType) : JsonSerializer.SerializeToNode(given, given.GetType(), ToolJson.Options);
        var schema = SchemaOf(property.PropertyType);
        schema["description"] = name == Folder
            ? "A folder in the one that the server was started for; that one by default."
            : property.GetCustomAttribute<DescriptionAttribute>()!.Description;
        if (given is not null)
            schema["default"] = standard!.DeepClone();
        var required = name != Folder && standard is null && !IsNullable(property);
        return new ToolParameter(name, TraitsOf(property), required, schema, standard);
    }

    /// <summary>Tells what a parameter is.</summary>
    /// <param name="property">The property of an operation's parameters.</param>
    /// <returns>What it is.</returns>
    public static ParameterTraits TraitsOf(PropertyInfo property) => property.GetCustomAttribute<TraitsAttribute>()?.Traits ?? ParameterTraits.None;

    private static bool IsNullable(PropertyInfo property)
    {
        if (property.PropertyType.IsValueType)
            return Nullable.GetUnderlyingType(property.PropertyType) is not null;
        lock (Nullability) // it keeps what it has found, and is not for several threads
            return Nullability.Create(property).ReadState == NullabilityState.Nullable;
    }

    /// <summary>What is not given of a switch, a list, a table or a choice.</summary>
    private static JsonNode? Empty(Type type) => type switch
    {
        _ when type == typeof(bool) => JsonValue.Create(false),
        { IsEnum: true } => JsonSerializer.SerializeToNode(Enum.ToObject(type, 0), type, ToolJson.Options),
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => new JsonArray(),
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) => new JsonObject(),
        _ => null,
    };

    private static JsonObject SchemaOf(Type type)
    {
        var schema = ToolJson.Options.GetJsonSchemaAsNode(Nullable.GetUnderlyingType(type) ?? type, ToolJson.SchemaOptions).AsObject();
        if (schema["enum"] is not null && schema["type"] is null)
            schema["type"] = "string";
        return schema;
    }
}
