using System.Globalization;
using Landfall.Config.Prices;

namespace Landfall.Operations.Cost.Uses;

/// <summary>How often a schedule starts something in a month.</summary>
internal static class JobRuns
{
    private const decimal DaysOfAMonth = PriceTable.HoursOfAMonth / 24m;

    /// <summary>Counts.</summary>
    /// <param name="expression">"cron(…)" or "rate(…)" of EventBridge Scheduler.</param>
    /// <returns>The runs; null for what is neither, or comes in some months only.</returns>
    public static decimal? Of(string? expression) => Cron.Read(expression) is { } cron ? Of(cron) : Rate(expression);

    private static decimal Of(Cron cron) =>
        Count(cron.Minutes, 60) * Count(cron.Hours, 24)
        * (cron.MonthDays.Count > 0 ? cron.MonthDays.Count : DaysOfAMonth * Count(cron.WeekDays, 7) / 7);

    private static int Count(IReadOnlyList<int> values, int all) => values.Count == 0 ? all : values.Count;

    private static decimal? Rate(string? expression)
    {
        if (expression is null || !expression.StartsWith("rate(", StringComparison.Ordinal)
            || expression[5..].TrimEnd(')').Split(' ') is not [var text, var unit]
            || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
        {
            return null;
        }

        decimal? hours = unit.TrimEnd('s') switch { "minute" => 1 / 60m, "hour" => 1, "day" => 24, _ => null };
        return hours is { } each ? PriceTable.HoursOfAMonth / (number * each) : null;
    }
}
