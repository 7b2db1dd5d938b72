using System.Text.Json;
using System.Text.Json.Serialization;
using Landfall.Config;

namespace Landfall.Operations.Changes;

/// <summary>A change in a file: written to be looked at and approved, read to be applied.</summary>
internal static class ChangeFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes a change.</summary>
    /// <param name="path">The file.</param>
    /// <param name="change">The change.</param>
    /// <param name="stop">Stops it.</param>
    public static Task WriteAsync(string path, Change change, CancellationToken stop) =>
        File.WriteAllTextAsync(path, JsonSerializer.Serialize(change, Options) + "\n", stop);

    /// <summary>Reads a change that was approved.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The change.</returns>
    /// <exception cref="LandfallException">It is none.</exception>
    public static Change Read(string path)
    {
        try
        {
            var change = JsonSerializer.Deserialize<Change>(File.ReadAllText(path), Options);
            if (change is { Digest.Length: > 0, Environment.Length: > 0 })
                return change;
        }
        catch (JsonException)
        {
            // Told below.
        }

        throw new LandfallException(ErrorCodes.ChangeFileUnreadable, $"'{path}' holds no change. 'landfall diff --output {path}' writes one.");
    }
}
