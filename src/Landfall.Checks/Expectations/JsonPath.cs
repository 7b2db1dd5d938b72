using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Landfall.Checks.Expectations;

/// <summary>A place in a JSON document: <c>$.items[0].name</c>, <c>$['odd name']</c>; names and positions, no search.</summary>
internal sealed class JsonPath
{
    private readonly string _text;
    private readonly IReadOnlyList<(string? Name, int Index)> _steps;

    private JsonPath(string text, IReadOnlyList<(string? Name, int Index)> steps) => (_text, _steps) = (text, steps);

    /// <summary>Reads a path.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The path.</param>
    /// <param name="at">Where it cannot be read, from 0.</param>
    /// <returns>False where it is none.</returns>
    public static bool TryRead(string text, [NotNullWhen(true)] out JsonPath? path, out int at)
    {
        path = null;
        at = 0;
        if (text.Length == 0 || text[0] != '$')
            return false;
        var steps = new List<(string?, int)>();
        at = 1;
        while (at < text.Length)
        {
            var length = text[at] == '.' ? NameStep(text, at, steps) : text[at] == '[' ? BracketStep(text, at, steps) : 0;
            if (length == 0)
                return false;
            at += length;
        }

        path = new JsonPath(text, steps);
        return true;
    }

    /// <summary>Finds the value at the path.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The value, or null where nothing is there.</returns>
    public JsonElement? Find(JsonElement document)
    {
        var current = document;
        foreach (var (name, index) in _steps)
        {
            if (name is not null && current.ValueKind == JsonValueKind.Object && current.TryGetProperty(name, out var property))
                current = property;
            else if (name is null && current.ValueKind == JsonValueKind.Array && index < current.GetArrayLength())
                current = current[index];
            else
                return null;
        }

        return current;
    }

    /// <inheritdoc/>
    public override string ToString() => _text;

    private static int NameStep(string text, int at, List<(string?, int)> steps)
    {
        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-'))
            end++;
        if (end == at + 1)
            return 0;
        steps.Add((text[(at + 1)..end], 0));
        return end - at;
    }

    private static int BracketStep(string text, int at, List<(string?, int)> steps)
    {
        var quote = at + 1 < text.Length && text[at + 1] is '\'' or '"' ? text[at + 1].ToString() : "";
        var end = text.IndexOf(quote + "]", Math.Min(at + 1 + quote.Length, text.Length), StringComparison.Ordinal);
        if (end < 0)
            return 0;
        var inner = text[(at + 1 + quote.Length)..end];
        if (quote.Length > 0)
            steps.Add((inner, 0));
        else if (int.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            steps.Add((null, index));
        else
            return 0;
        return end + quote.Length + 1 - at;
    }
}
