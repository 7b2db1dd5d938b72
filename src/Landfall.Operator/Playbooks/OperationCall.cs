using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Operations;
using Landfall.Operations.Changes;

namespace Landfall.Operator.Playbooks;

/// <summary>An operation with all that it takes, whatever it is.</summary>
internal abstract class OperationCall
{
    /// <summary>Makes one.</summary>
    /// <param name="operation">The operation's name.</param>
    /// <param name="values">Its parameters, as a playbook that was checked gives them.</param>
    /// <param name="folder">The project's folder.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="local">True for the local AWS.</param>
    /// <returns>The call.</returns>
    public static OperationCall Of(string operation, IReadOnlyDictionary<string, string> values, string folder, string environment, bool local)
    {
        var found = OperationRegistry.Own.Find(operation)!;
        var parameters = new JsonObject();
        foreach (var property in found.Parameters.GetProperties().Where(one => one.Name != "EqualityContract"))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            parameters[name] = name switch
            {
                "folder" => folder,
                "environment" => environment,
                "local" => local,
                _ => values.TryGetValue(name, out var value) ? Value(property, value) : null,
            };
            if (parameters[name] is null)
                parameters.Remove(name);
        }

        return (OperationCall)Activator.CreateInstance(typeof(OperationCall<,>).MakeGenericType(found.Parameters, found.Result), found, parameters)!;
    }

    /// <summary>A value as JSON has it; null where it is of another type.</summary>
    /// <param name="property">The parameter.</param>
    /// <param name="text">The value.</param>
    internal static JsonNode? Value(PropertyInfo property, string text)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type == typeof(string) ? JsonValue.Create(text)
            : type == typeof(bool) && bool.TryParse(text, out var yes) ? JsonValue.Create(yes)
            : type == typeof(int) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number)
            : null;
    }

    /// <summary>Tells what it would change.</summary>
    /// <param name="context">Who asks.</param>
    /// <returns>The change; null where it cannot be known.</returns>
    public abstract Task<Change?> PreviewAsync(OperationContext context);

    /// <summary>Does it.</summary>
    /// <param name="digest">The change that was agreed to.</param>
    /// <param name="context">Who does it.</param>
    public abstract Task RunAsync(string digest, OperationContext context);
}
