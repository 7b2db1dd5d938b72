using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Operations.Pipelines.PullRequests;
using Landfall.Operations.Security;

namespace Landfall.Operations.Pipelines.Reviews;

/// <summary>
/// What a model has answered. The author of a change can have made it say anything: a finding is of a line that the change has, and
/// of a known form, or it is dropped.
/// </summary>
/// <param name="Findings">The findings, the worst first.</param>
/// <param name="Dropped">How many were dropped.</param>
/// <param name="InputTokens">The tokens that were sent.</param>
/// <param name="OutputTokens">The tokens that came back.</param>
internal sealed record ReviewAnswer(IReadOnlyList<ReviewFinding> Findings, int Dropped, long InputTokens, long OutputTokens)
{
    private const int LongestTitle = 150;
    private const int LongestDetail = 1000;

    private static readonly Dictionary<string, Severity> Severities = Enum.GetValues<Severity>().ToDictionary(severity => severity.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads it.</summary>
    /// <param name="answer">The answer, by the member names of Bedrock's Converse.</param>
    /// <param name="files">The files that the model was shown.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="LandfallException">It is none.</exception>
    public static ReviewAnswer Read(JsonObject answer, IReadOnlyList<ReviewedFile> files)
    {
        var stopped = Text(answer, "stopReason") ?? "";
        if (stopped is "max_tokens" or "model_context_window_exceeded")
            throw new LandfallException(ErrorCodes.ReviewAnswer, $"The model had no room to end its answer ('{stopped}'). {(stopped == "max_tokens" ? "Give a greater '--max-tokens', a quarter of which is the answer's." : "Give a smaller '--max-tokens', or a model that takes more.")}");
        if (stopped is "guardrail_intervened" or "content_filtered")
            throw new LandfallException(ErrorCodes.ReviewAnswer, $"A guardrail or filter of Bedrock's has kept the answer back ('{stopped}'). Review this change yourself, or let the model's account allow it.");
        var content = (((answer["output"] as JsonObject)?["message"] as JsonObject)?["content"] as JsonArray) ?? [];
        var used = content.OfType<JsonObject>().Select(block => block["toolUse"]).OfType<JsonObject>().FirstOrDefault(use => Text(use, "name") == ReviewRequest.Tool);
        if ((used?["input"] as JsonObject)?["findings"] is not JsonArray found)
            throw new LandfallException(ErrorCodes.ReviewAnswer, $"The model has answered with something other than a list of findings (it stopped for '{PullText.Line(stopped, 50)}'). Run it again, or take a '--model' that can call tools.");
        var lines = files.ToDictionary(file => file.Path, file => file.Lines, StringComparer.Ordinal);
        var findings = found.Take(ReviewRequest.MostFindings).Select(one => Finding(one, lines)).OfType<ReviewFinding>().Distinct()
            .OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line).ToList();
        return new ReviewAnswer(findings, found.Count - findings.Count, Count(answer, "inputTokens"), Count(answer, "outputTokens"));
    }

    private static ReviewFinding? Finding(JsonNode? node, Dictionary<string, IReadOnlySet<int>> lines) =>
        node is JsonObject one
        && Text(one, "severity") is { } word && Severities.TryGetValue(word, out var severity)
        && Text(one, "file") is { } file && lines.TryGetValue(file, out var shown)
        && Number(one["line"]) is { } line && line is > 0 and < int.MaxValue && shown.Contains((int)line)
        && Text(one, "title") is { } title && !string.IsNullOrWhiteSpace(title)
            ? new ReviewFinding(severity, file, (int)line, PullText.Line(title.Trim(), LongestTitle), PullText.Line((Text(one, "detail") ?? "").Trim(), LongestDetail))
            : null;

    private static long Count(JsonObject answer, string name) => Number((answer["usage"] as JsonObject)?[name]) is { } count and > 0 ? count : 0;

    private static string? Text(JsonObject node, string name) => node[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static long? Number(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out long number) ? number : null;
}
