using System.Globalization;

namespace Landfall.Operations.Sessions.Copying;

/// <summary>A line that the other end said: the word and what follows.</summary>
/// <param name="Word">What it is about.</param>
/// <param name="Rest">What follows.</param>
internal sealed record CopyLine(string Word, string Rest)
{
    /// <summary>What follows as a number; null where it is none.</summary>
    public long? Number => long.TryParse(Rest, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The hash that follows, in hexadecimal digits; null where none does.</summary>
    public string? Hash => Rest.Split(' ')[0] is { Length: 64 } hash && hash.All(char.IsAsciiHexDigitLower) ? hash : null;

    /// <summary>Reads a line.</summary>
    /// <param name="mark">The mark of what the other end says.</param>
    /// <param name="line">The line.</param>
    /// <returns>What it says; null where the line is something else.</returns>
    public static CopyLine? Read(string mark, string line)
    {
        if (!line.StartsWith(mark + " ", StringComparison.Ordinal))
            return null;
        var words = line[(mark.Length + 1)..].Split(' ', 2);
        return new CopyLine(words[0], words.Length > 1 ? words[1].Trim() : "");
    }
}
