using System.Text.Json.Nodes;

namespace Landfall.Operations.Editing;

/// <summary>Adds to the end of a mapping or list, in the way that it is laid out.</summary>
internal static class Insertion
{
    /// <summary>Adds an entry to a mapping.</summary>
    /// <param name="source">The text.</param>
    /// <param name="map">The mapping.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    public static TextChange OfEntry(SyntaxTree source, SyntaxNode map, string key, JsonNode value)
    {
        var json = source.IsJson || (map.IsFlow && map.Entries is [{ Key.IsQuoted: true }, ..]);
        var column = map.Entries.Count > 0 ? map.Entries[0].Key.Mark.Column - 1 : map.Mark.Column - 1;
        var text = $"{ValueText.Key(key, json)}:{ValueText.BehindKey(value, column, map.IsFlow, json)}";
        return map.IsFlow
            ? InFlow(source, map, '{', map.Entries.Count == 0 ? null : map.Entries[^1].Key, map.Entries.Count == 0 ? 0 : map.Entries[^1].Value.End, text)
            : InBlock(source, map.End, $"{new string(' ', column)}{text}");
    }

    /// <summary>Adds an item to a list.</summary>
    /// <param name="source">The text.</param>
    /// <param name="list">The list.</param>
    /// <param name="value">The item.</param>
    public static TextChange OfItem(SyntaxTree source, SyntaxNode list, JsonNode value)
    {
        var column = list.Mark.Column - 1;
        var text = ValueText.Item(value, column, list.IsFlow, source.IsJson);
        return list.IsFlow
            ? InFlow(source, list, '[', list.Items.Count == 0 ? null : list.Items[^1], list.Items.Count == 0 ? 0 : list.Items[^1].End, text)
            : InBlock(source, list.End, $"{new string(' ', column)}- {text}");
    }

    /// <summary>Behind the last line, and behind the comment that may stand there.</summary>
    private static TextChange InBlock(SyntaxTree source, int end, string text)
    {
        var at = source.LineEnd(end);
        return new TextChange(at, at, $"\n{text}");
    }

    private static TextChange InFlow(SyntaxTree source, SyntaxNode all, char open, SyntaxNode? last, int lastEnd, string text)
    {
        if (last is null)
        {
            var at = source.Text.IndexOf(open, all.Start) + 1;
            return new TextChange(at, at, open == '{' ? $" {text} " : text);
        }

        var before = source.Before(last.Start);
        var isOnItsOwnLine = source.LineStart(last.Start) > all.Start && string.IsNullOrWhiteSpace(before);
        return new TextChange(lastEnd, lastEnd, isOnItsOwnLine ? $",\n{before}{text}" : $", {text}");
    }
}
