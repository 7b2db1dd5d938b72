namespace Landfall.Operations.Asking;

/// <summary>The time that a question is about.</summary>
/// <param name="Kind">How it is told.</param>
/// <param name="Back">How far back it goes at most.</param>
internal sealed record AskedTime(AskedTimeKind Kind, TimeSpan Back)
{
    /// <summary>Nothing was said of it.</summary>
    public static AskedTime Unsaid { get; } = new(AskedTimeKind.Unsaid, TimeSpan.Zero);

    /// <summary>From when until when. Days are those of UTC, as everywhere in logs.</summary>
    /// <param name="now">The time.</param>
    /// <param name="otherwise">How far back where nothing was said.</param>
    /// <returns>The range.</returns>
    public (DateTimeOffset From, DateTimeOffset To) Range(DateTimeOffset now, TimeSpan otherwise)
    {
        var day = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        return Kind switch
        {
            AskedTimeKind.Yesterday => (day.AddDays(-1), day),
            AskedTimeKind.Today => (day, now),
            AskedTimeKind.Back => (now - Back, now),
            _ => (now - otherwise, now),
        };
    }
}
