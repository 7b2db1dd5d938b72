using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Landfall.Evaluation.RootCause;

/// <summary>Writes raw root-cause results: one JSON line per case.</summary>
internal static class CaseDump
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Writes <paramref name="name"/><c>.jsonl</c> into the folder; does nothing without a folder.</summary>
    public static void Write(string? folder, string name, IEnumerable<RankedCase> cases)
    {
        if (folder is null)
            return;
        var lines = cases.Select(c => JsonSerializer.Serialize(
            new
            {
                Case = c.Id,
                TrueCause = c.Truth,
                TrueKind = c.TrueKind,
                c.Rank,
                c.Report.Verdict,
                c.Report.Onset,
                c.Report.Summary,
                c.Report.Candidates,
            },
            Json));
        File.WriteAllText(Path.Combine(folder, name + ".jsonl"), string.Concat(lines.Select(l => l + "\n")));
    }
}
