using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Landfall.Cli.Terminal;

/// <summary>JSON for scripts: indented, camelCase, enumerations as words.</summary>
internal static class JsonOutput
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes a value to standard output.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="screen">The streams.</param>
    /// <param name="value">The value.</param>
    public static void Write<T>(Screen screen, T value) =>
        screen.Data.Profile.Out.Writer.WriteLine(JsonSerializer.Serialize(value, Options));
}
