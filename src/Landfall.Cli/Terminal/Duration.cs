using System.Globalization;

namespace Landfall.Cli.Terminal;

/// <summary>How long something took, as people say it.</summary>
internal static class Duration
{
    /// <summary>Writes a duration.</summary>
    /// <param name="time">The duration.</param>
    /// <returns>For example <c>8.3 s</c>, <c>2 min 05 s</c> or <c>1 h 04 min</c>.</returns>
    public static string Of(TimeSpan time) => time switch
    {
        { TotalSeconds: < 60 } => (Math.Floor(time.TotalSeconds * 10) / 10).ToString("0.0 's'", CultureInfo.InvariantCulture),
        { TotalMinutes: < 60 } => Of(time.TotalSeconds, 60, "min", "s"),
        _ => Of(time.TotalMinutes, 60, "h", "min"),
    };

    private static string Of(double amount, int each, string big, string small)
    {
        var whole = (int)amount;
        return string.Create(CultureInfo.InvariantCulture, $"{whole / each} {big} {whole % each:00} {small}");
    }
}
