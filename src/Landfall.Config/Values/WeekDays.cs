namespace Landfall.Config.Values;

/// <summary>The days of the week that a cron expression names.</summary>
internal static class WeekDays
{
    private static readonly string[] Names = [.. Enum.GetValues<DayOfWeek>().Select(day => day.ToString()[..3].ToUpperInvariant())];

    /// <summary>Reads a field such as <c>MON-FRI</c> or <c>MON,WED</c>.</summary>
    public static IReadOnlyList<DayOfWeek> Read(string field) => [.. field.Split(',').SelectMany(Range).Distinct().Order()];

    /// <summary>Writes days as a field.</summary>
    public static string Write(IEnumerable<DayOfWeek> days) => string.Join(',', days.Select(day => Names[(int)day]));

    /// <summary>The day that comes so many days later; earlier, for a negative number.</summary>
    public static DayOfWeek Later(DayOfWeek day, int days) => (DayOfWeek)(((int)day + days + 7) % 7);

    private static IEnumerable<DayOfWeek> Range(string range)
    {
        var ends = range.Split('-').Select(name => Array.IndexOf(Names, name)).ToArray();
        return Enumerable.Range(0, (ends[^1] - ends[0] + 7) % 7 + 1).Select(days => Later((DayOfWeek)ends[0], days));
    }
}
