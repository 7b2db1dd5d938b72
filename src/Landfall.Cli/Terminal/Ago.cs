using System.Globalization;

namespace Landfall.Cli.Terminal;

/// <summary>How long ago something was, in one word.</summary>
internal static class Ago
{
    /// <summary>Writes the time between two moments.</summary>
    /// <param name="then">The earlier one.</param>
    /// <param name="now">The later one.</param>
    /// <returns>For example <c>12s</c>, <c>5m</c>, <c>3h</c> or <c>9d</c>.</returns>
    public static string Of(DateTimeOffset then, DateTimeOffset now)
    {
        var time = now > then ? now - then : TimeSpan.Zero;
        var (amount, unit) = time switch
        {
            { TotalSeconds: < 100 } => (time.TotalSeconds, "s"),
            { TotalMinutes: < 100 } => (time.TotalMinutes, "m"),
            { TotalHours: < 48 } => (time.TotalHours, "h"),
            _ => (time.TotalDays, "d"),
        };
        return $"{((long)amount).ToString(CultureInfo.InvariantCulture)}{unit}";
    }
}
