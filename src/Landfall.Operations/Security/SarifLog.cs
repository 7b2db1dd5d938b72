using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Operations.Synthesis;

namespace Landfall.Operations.Security;

/// <summary>
/// The form of SARIF 2.1.0 (OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), which code hosts show beside
/// the code.
/// </summary>
internal static class SarifLog
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one run.</summary>
    /// <param name="rules">The rules, in the order of their indexes.</param>
    /// <param name="results">The results.</param>
    /// <param name="category">What kind of run it is, or null for a tool's only kind.</param>
    /// <returns>The file's text.</returns>
    public static string Write(IEnumerable<JsonObject> rules, IEnumerable<JsonObject> results, string? category = null)
    {
        var run = new JsonObject
        {
            ["tool"] = new JsonObject
            {
                ["driver"] = new JsonObject
                {
                    ["name"] = "Landfall",
                    ["version"] = LandfallVersion.Current,
                    ["rules"] = new JsonArray([.. rules]),
                },
            },
            ["columnKind"] = "utf16CodeUnits",
            ["results"] = new JsonArray([.. results]),
        };
        if (category is not null)
            run["automationDetails"] = new JsonObject { ["id"] = category };
        return new JsonObject
        {
            ["$schema"] = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(run),
        }.ToJsonString(Indented) + "\n";
    }

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public static JsonObject Text(string text) => new() { ["text"] = text };

    /// <summary>A line of a file.</summary>
    /// <param name="file">The file, with forward slashes.</param>
    /// <param name="line">The line.</param>
    public static JsonObject Location(string file, int line) => new()
    {
        ["artifactLocation"] = new JsonObject { ["uri"] = string.Join('/', file.Split('/').Select(Uri.EscapeDataString)) },
        ["region"] = new JsonObject { ["startLine"] = line },
    };

    /// <summary>A severity in SARIF's words.</summary>
    /// <param name="severity">The severity.</param>
    public static string Level(Severity severity) => severity switch
    {
        Severity.Low => "note",
        Severity.Medium => "warning",
        _ => "error",
    };
}
