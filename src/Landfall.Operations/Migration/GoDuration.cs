using System.Globalization;
using System.Text.RegularExpressions;

namespace Landfall.Operations.Migration;

/// <summary>Durations as Go writes them: <c>1h30m</c>, <c>1.5s</c>, <c>300ms</c> (Go, package time, ParseDuration).</summary>
internal static partial class GoDuration
{
    /// <summary>Reads one.</summary>
    /// <param name="text">The text, or null.</param>
    /// <returns>The duration; null where it is none.</returns>
    public static TimeSpan? Parse(string? text) =>
        text is not null && Whole().IsMatch(text)
            ? Part().Matches(text).Aggregate(TimeSpan.Zero, (sum, part) => sum + (Unit(part.Groups["unit"].Value) * double.Parse(part.Groups["number"].Value, CultureInfo.InvariantCulture)))
            : null;

    private static TimeSpan Unit(string unit) => unit switch
    {
        "h" => TimeSpan.FromHours(1),
        "m" => TimeSpan.FromMinutes(1),
        "s" => TimeSpan.FromSeconds(1),
        _ => TimeSpan.FromMilliseconds(1),
    };

    [GeneratedRegex(@"^(\d{1,9}(\.\d{1,9})?(h|ms|m|s))+$", RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<number>[\d.]+)(?<unit>h|ms|m|s)", RegexOptions.ExplicitCapture)]
    private static partial Regex Part();
}
