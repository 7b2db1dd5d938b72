using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Operations.Synthesis;

namespace Landfall.Operations.Security;

/// <summary>
/// Writes findings as SARIF 2.1.0 (OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), which code hosts
/// show beside the code. <c>security-severity</c> is the number that GitHub sorts by.
/// </summary>
internal static class SarifFile
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes them.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The file's text.</returns>
    public static string Of(SecurityReport report)
    {
        List<string> rules = [.. report.Findings.Concat(report.Suppressed.Select(s => s.Finding)).Select(finding => finding.Rule).Distinct().Order(StringComparer.Ordinal)];
        var results = report.Findings.Select(finding => Result(finding, rules))
            .Concat(report.Suppressed.Select(suppressed => WithSuppression(Result(suppressed.Finding, rules), suppressed)));
        return new JsonObject
        {
            ["$schema"] = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "Landfall",
                        ["version"] = LandfallVersion.Current,
                        ["rules"] = new JsonArray([.. rules.Select(Rule)]),
                    },
                },
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = new JsonArray([.. results]),
            }),
        }.ToJsonString(Indented) + "\n";
    }

    private static JsonObject Rule(string id)
    {
        var facts = SecurityRules.All[id];
        return new JsonObject
        {
            ["id"] = id,
            ["shortDescription"] = Text(facts.Title),
            ["fullDescription"] = Text(facts.Reason),
            ["help"] = Text($"{facts.Fix} ({facts.Reference})"),
            ["defaultConfiguration"] = new JsonObject { ["level"] = Level(facts.Severity) },
            ["properties"] = new JsonObject { ["security-severity"] = Score(facts.Severity), ["tags"] = new JsonArray("security") },
        };
    }

    private static JsonObject Result(SecurityFinding finding, List<string> rules) => new()
    {
        ["ruleId"] = finding.Rule,
        ["ruleIndex"] = rules.IndexOf(finding.Rule),
        ["level"] = Level(finding.Severity),
        ["message"] = Text($"{finding.Title}: {finding.Resource}. {finding.Reason} {finding.Fix}"),
        ["locations"] = new JsonArray(new JsonObject
        {
            ["physicalLocation"] = new JsonObject
            {
                ["artifactLocation"] = new JsonObject { ["uri"] = string.Join('/', finding.File.Split('/').Select(Uri.EscapeDataString)) },
                ["region"] = new JsonObject { ["startLine"] = finding.Line },
            },
            ["logicalLocations"] = new JsonArray(new JsonObject { ["fullyQualifiedName"] = finding.Resource }),
        }),
    };

    private static JsonObject WithSuppression(JsonObject result, SuppressedFinding suppressed)
    {
        result["suppressions"] = new JsonArray(new JsonObject { ["kind"] = suppressed.InSource ? "inSource" : "external", ["justification"] = suppressed.Reason });
        return result;
    }

    private static JsonObject Text(string text) => new() { ["text"] = text };

    private static string Level(Severity severity) => severity switch
    {
        Severity.Low => "note",
        Severity.Medium => "warning",
        _ => "error",
    };

    private static string Score(Severity severity) => severity switch
    {
        Severity.Low => "3.0",
        Severity.Medium => "5.5",
        Severity.High => "8.0",
        _ => "9.5",
    };
}
