namespace Landfall.Cli.Terminal;

/// <summary>Breaks lines between words, with what goes on set in below its beginning.</summary>
internal static class HangingLines
{
    private const int More = 4;

    /// <summary>Breaks a line.</summary>
    /// <param name="line">The line; the spaces before it stay.</param>
    /// <param name="width">How many columns there are.</param>
    /// <returns>Lines of at most that width, but for words that are longer.</returns>
    public static IEnumerable<string> Of(string line, int width)
    {
        if (line.Length <= width)
        {
            return [line];
        }

        var start = line.Length - line.TrimStart(' ').Length;
        var hanging = new string(' ', start + More);
        var lines = new List<string>();
        var current = line[..start];
        var isEmpty = true;
        foreach (var word in line[start..].Split(' '))
        {
            if (!isEmpty && current.Length + 1 + word.Length > width)
            {
                lines.Add(current.TrimEnd());
                (current, isEmpty) = (hanging, true);
            }

            if (isEmpty && word.Length == 0)
            {
                continue; // Two spaces of which one became the break.
            }

            current += isEmpty ? word : $" {word}";
            isEmpty = false;
        }

        return [.. lines, current];
    }
}
