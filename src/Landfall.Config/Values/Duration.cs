using System.Globalization;

namespace Landfall.Config.Values;

/// <summary>Durations as people write them: <c>800ms</c>, <c>60s</c>, <c>10m</c>, <c>1h30m</c>, <c>7d</c>.</summary>
internal static class Duration
{
    /// <summary>What a duration looks like.</summary>
    public const string Pattern = "([0-9]{1,9}(ms|s|m|h|d))+";

    private static readonly (string Unit, double Milliseconds)[] Units =
        [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)];

    /// <summary>Reads a duration.</summary>
    /// <returns>False when the text is not one.</returns>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        var total = 0.0;
        var position = 0;
        while (position < text.Length)
        {
            var digits = position;
            while (position < text.Length && char.IsAsciiDigit(text[position]))
            {
                position++;
            }

            var letters = position;
            while (position < text.Length && char.IsAsciiLetterLower(text[position]))
            {
                position++;
            }

            var unit = Array.FindIndex(Units, candidate => text.AsSpan(letters, position - letters).SequenceEqual(candidate.Unit));
            if (letters == digits || letters - digits > 9 || unit < 0)
            {
                return false;
            }

            total += double.Parse(text.AsSpan(digits, letters - digits), CultureInfo.InvariantCulture) * Units[unit].Milliseconds;
        }

        if (text.Length == 0 || total > TimeSpan.FromDays(36_500).TotalMilliseconds)
        {
            return false;
        }

        duration = TimeSpan.FromMilliseconds(total);
        return true;
    }

    /// <summary>Writes a duration in the largest units that fit, for example <c>1h30m</c>.</summary>
    public static string Format(TimeSpan duration)
    {
        var rest = (long)duration.TotalMilliseconds;
        if (rest == 0)
        {
            return "0s";
        }

        var text = "";
        foreach (var (unit, milliseconds) in Units.Reverse())
        {
            var count = rest / (long)milliseconds;
            if (count > 0)
            {
                text += count.ToString(CultureInfo.InvariantCulture) + unit;
                rest -= count * (long)milliseconds;
            }
        }

        return text;
    }
}
