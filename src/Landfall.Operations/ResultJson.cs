using System.Text.Encodings.Web;
using System.Text.Json;
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
}
