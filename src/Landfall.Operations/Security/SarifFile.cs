using System.Text.Json.Nodes;

namespace Landfall.Operations.Security;

/// <summary>
/// Writes a scan's findings as SARIF. <c>security-severity</c> is the number that GitHub sorts by.
/// </summary>
internal static class SarifFile
{
    /// <summary>Writes them.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The file's text.</returns>
    public static string Of(SecurityReport report)
    {
        List<string> rules = [.. report.Findings.Concat(report.Suppressed.Select(s => s.Finding)).Select(finding => finding.Rule).Distinct().Order(StringComparer.Ordinal)];
        var results = report.Findings.Select(finding => Result(finding, rules))
            .Concat(report.Suppressed.Select(suppressed => WithSuppression(Result(suppressed.Finding, rules), suppressed)));
        return SarifLog.Write(rules.Select(Rule), results);
    }

    private static JsonObject Rule(string id)
    {
        var facts = SecurityRules.All[id];
        return new JsonObject
        {
            ["id"] = id,
            ["shortDescription"] = SarifLog.Text(facts.Title),
            ["fullDescription"] = SarifLog.Text(facts.Reason),
            ["help"] = SarifLog.Text($"{facts.Fix} ({facts.Reference})"),
            ["defaultConfiguration"] = new JsonObject { ["level"] = SarifLog.Level(facts.Severity) },
            ["properties"] = new JsonObject { ["security-severity"] = Score(facts.Severity), ["tags"] = new JsonArray("security") },
        };
    }

    private static JsonObject Result(SecurityFinding finding, List<string> rules) => new()
    {
        ["ruleId"] = finding.Rule,
        ["ruleIndex"] = rules.IndexOf(finding.Rule),
        ["level"] = SarifLog.Level(finding.Severity),
        ["message"] = SarifLog.Text($"{finding.Title}: {finding.Resource}. {finding.Reason} {finding.Fix}"),
        ["locations"] = new JsonArray(new JsonObject
        {
            ["physicalLocation"] = SarifLog.Location(finding.File, finding.Line),
            ["logicalLocations"] = new JsonArray(new JsonObject { ["fullyQualifiedName"] = finding.Resource }),
        }),
    };

    private static JsonObject WithSuppression(JsonObject result, SuppressedFinding suppressed)
    {
        result["suppressions"] = new JsonArray(new JsonObject { ["kind"] = suppressed.InSource ? "inSource" : "external", ["justification"] = suppressed.Reason });
        return result;
    }

    private static string Score(Severity severity) => severity switch
    {
        Severity.Low => "3.0",
        Severity.Medium => "5.5",
        Severity.High => "8.0",
        _ => "9.5",
    };
}
