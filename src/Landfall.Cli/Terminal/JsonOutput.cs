using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Operations;

namespace Landfall.Cli.Terminal;

/// <summary>JSON for scripts: indented, camelCase, enumerations as words.</summary>
internal static class JsonOutput
{
    internal static readonly JsonSerializerOptions Options = ResultJson.Options;

    /// <summary>Writes a value to standard output.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="screen">The streams.</param>
    /// <param name="value">The value.</param>
    public static void Write<T>(Screen screen, T value) =>
        screen.Data.Profile.Out.Writer.WriteLine(JsonSerializer.Serialize(value, Options));

    /// <summary>Writes a value as one line: an entry of an output that goes on.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="screen">The streams.</param>
    /// <param name="value">The value.</param>
    public static void WriteLine<T>(Screen screen, T value) =>
        screen.Data.Profile.Out.Writer.WriteLine(JsonSerializer.Serialize(value, ResultJson.OneLine));

    /// <summary>Writes why there is no result: <c>{ error: { code, message, … } }</c>.</summary>
    /// <param name="screen">The streams.</param>
    /// <param name="failure">The failure.</param>
    public static void WriteError(Screen screen, Failure failure) =>
        Write(screen, new JsonObject { ["error"] = ResultJson.Error(failure.Code, failure.Message, failure.Details) });
}
