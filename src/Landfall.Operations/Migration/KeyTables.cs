using System.Globalization;
using System.Text;

namespace Landfall.Operations.Migration;

/// <summary>What became of every key, as a report's tables.</summary>
internal static class KeyTables
{
    /// <summary>The number of keys in one sentence.</summary>
    public static string Sentence(IReadOnlyList<MappedKey> keys)
    {
        var by = keys.ToLookup(key => key.Outcome);
        return string.Create(CultureInfo.InvariantCulture, $"{keys.Count} keys: {by[KeyOutcome.Exact].Count()} mean the same in `landfall.yaml`, {by[KeyOutcome.Changed].Count()} are said in another way, {by[KeyOutcome.Left].Count()} are left out. All are listed below.");
    }

    /// <summary>The tables, with what is left out first.</summary>
    public static string Write(IReadOnlyList<MappedKey> keys)
    {
        var (text, by) = (new StringBuilder(), keys.ToLookup(key => key.Outcome));
        Table("Left out", by[KeyOutcome.Left], text);
        Table("Said in another way", by[KeyOutcome.Changed], text);
        text.Append("## The same\n\n");
        foreach (var file in by[KeyOutcome.Exact].GroupBy(key => key.File))
            text.Append(CultureInfo.InvariantCulture, $"- `{file.Key}`: {string.Join(", ", file.Select(key => $"`{key.Key}`"))}\n");
        return text.ToString();
    }

    private static void Table(string title, IEnumerable<MappedKey> keys, StringBuilder text)
    {
        if (!keys.Any())
            return;
        text.Append(CultureInfo.InvariantCulture, $"## {title}\n\n| where | key | now | |\n|---|---|---|---|\n");
        foreach (var key in keys)
            text.Append(CultureInfo.InvariantCulture, $"| {key.File}:{key.Line} | `{Cell(key.Key)}` | {(key.To is null or "–" ? "–" : $"`{key.To}`")} | {Cell(key.Note ?? "")} |\n");
        text.Append('\n');
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
