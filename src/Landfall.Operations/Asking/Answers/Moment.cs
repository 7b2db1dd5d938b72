using System.Globalization;

namespace Landfall.Operations.Asking.Answers;

/// <summary>Times in words, in UTC.</summary>
internal static class Moment
{
    /// <summary>A time.</summary>
    /// <param name="time">The time; null where nobody knows.</param>
    /// <returns>It in words.</returns>
    public static string Of(DateTimeOffset? time) => time is { } known ? known.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) : "a time that is not known";

    /// <summary>A time as options take it.</summary>
    /// <param name="time">The time.</param>
    /// <returns>It as a word.</returns>
    public static string Option(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
}
