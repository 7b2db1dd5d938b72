using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Landfall.Operations;

/// <summary>How doors write what operations give: camelCase, enumerations as words.</summary>
internal static class ResultJson
{
    /// <summary>The form of <c>--json</c>, which <c>docs/json</c> has the schemas of.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The same in one line.</summary>
    public static JsonSerializerOptions OneLine { get; } = new(Options) { WriteIndented = false };

    /// <summary>Why there is no result.</summary>
    /// <param name="code">The error's code.</param>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="details">More: a record, whose properties stand beside the two; or null.</param>
    /// <returns><c>{ code, message, … }</c>.</returns>
    public static JsonObject Error(string code, string message, object? details)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = message };
        foreach (var (name, value) in JsonSerializer.SerializeToNode(details, Options) as JsonObject ?? [])
            error[name] = value?.DeepClone();
        return error;
    }
}
