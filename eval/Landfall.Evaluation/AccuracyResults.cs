using System.Text.Json;

namespace Landfall.Evaluation;

/// <summary>The committed results, by evaluation: what the accuracy page is made of.</summary>
internal static class AccuracyResults
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads results; none where the file is absent.</summary>
    public static SortedDictionary<string, IReadOnlyList<Measurement>> Load(string path) =>
        File.Exists(path)
            ? JsonSerializer.Deserialize<SortedDictionary<string, IReadOnlyList<Measurement>>>(File.ReadAllText(path), Json) ?? []
            : [];

    public static void Save(string path, SortedDictionary<string, IReadOnlyList<Measurement>> results) =>
        File.WriteAllText(path, JsonSerializer.Serialize(results, Json) + "\n");
}
