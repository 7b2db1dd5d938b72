using System.Text.Json.Nodes;
using Landfall.Operations.Security;

namespace Landfall.Operations.Pipelines.Reviews;

/// <summary>A review's findings as SARIF.</summary>
internal static class ReviewSarif
{
    private const string Rule = "model-review";

    /// <summary>Writes them.</summary>
    /// <param name="findings">The findings.</param>
    /// <returns>The file's text.</returns>
    public static string Of(IReadOnlyList<ReviewFinding> findings) => SarifLog.Write(
        [
            new JsonObject
            {
                ["id"] = Rule,
                ["shortDescription"] = SarifLog.Text("A model's review of a change"),
                ["fullDescription"] = SarifLog.Text("A model has read the change, and says what may be wrong in it. It can be wrong itself."),
                ["help"] = SarifLog.Text("Read the line, and judge."),
            },
        ],
        findings.Select(finding => new JsonObject
        {
            ["ruleId"] = Rule,
            ["ruleIndex"] = 0,
            ["level"] = SarifLog.Level(finding.Severity),
            ["message"] = SarifLog.Text(finding.Detail.Length == 0 ? finding.Title : $"{finding.Title}. {finding.Detail}"),
            ["locations"] = new JsonArray(new JsonObject { ["physicalLocation"] = SarifLog.Location(finding.File, finding.Line) }),
        }),
        // Code hosts keep the newest of each kind beside a commit ("automationDetails.id"): a scan's findings are another.
        "landfall-review/");
}
