using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Config.Loading;
using Landfall.Operations.Changes;

namespace Landfall.Mcp.Agreeing;

/// <summary>What a person reads before they agree: what is called, with what, and what it does.</summary>
internal static class ProposalText
{
    // Arguments and harm are never cut: nobody agrees to what they were not shown.
    private const int MostArguments = 4000;
    private const int MostLines = 40;
    private const int LongestLine = 300;

    /// <summary>Writes it.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="summary">What the operation does.</param>
    /// <param name="arguments">What it is called with, as JSON.</param>
    /// <param name="change">The change; null where there is none.</param>
    /// <param name="dryRun">What a dry run gives; null where there is none.</param>
    /// <returns>The text.</returns>
    /// <exception cref="LandfallException">It is called with more than somebody would read.</exception>
    public static string Of(string tool, string summary, string arguments, Change? change, JsonNode? dryRun)
    {
        if (arguments.Length > MostArguments)
        {
            throw new LandfallException(
                ErrorCodes.McpArguments,
                $"The tool '{tool}' was called with {arguments.Length} characters, and somebody has to read them before they agree: {MostArguments} at most. Call it with less.");
        }

        var text = new StringBuilder($"The assistant wants to run '{tool}' with {arguments}\n{summary}");
        foreach (var harm in change?.Harm ?? [])
            text.Append($"\n  HARM: {harm.Text}{(harm.Amount is { } amount ? $" ({amount})" : "")}");
        var lines = (change is not null ? Lines(change) : Lines(dryRun, "")).ToList();
        foreach (var line in lines.Take(MostLines))
            text.Append("\n  ").Append(line.Length > LongestLine ? line[..LongestLine] + "…" : line);
        if (lines.Count > MostLines)
            text.Append(CultureInfo.InvariantCulture, $"\n  … and {lines.Count - MostLines} more.");
        return Legible.Lines(text.ToString());
    }

    private static IEnumerable<string> Lines(Change change)
    {
        if (change.IsEmpty)
            yield return $"Nothing of '{change.Environment}' changes.";
        foreach (var effect in change.Effects.Where(e => !e.Harmful))
            yield return effect.Text;
        foreach (var hint in change.Hints)
            yield return hint.Text;
        if (change.Cost is { } cost)
            yield return $"{cost}.";
        foreach (var stack in change.Stacks)
            yield return $"{stack.Name}: {stack.Action.ToString().ToLowerInvariant()}";
    }

    private static IEnumerable<string> Lines(JsonNode? node, string path) => node switch
    {
        null => [],
        JsonObject table => table.SelectMany(one => Lines(one.Value, path.Length == 0 ? one.Key : $"{path}.{one.Key}")),
        JsonArray list => list.SelectMany((one, index) => Lines(one, $"{path}[{index}]")),
        _ => [$"{path}: {node}"],
    };
}
