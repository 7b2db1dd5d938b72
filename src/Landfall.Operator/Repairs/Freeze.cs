using System.Globalization;

namespace Landfall.Operator.Repairs;

/// <summary>The order that nothing be repaired.</summary>
/// <param name="At">When it was given.</param>
/// <param name="By">Who gave it.</param>
/// <param name="Reason">Why; may be empty.</param>
/// <param name="Until">How long it holds; null until it is ended.</param>
internal sealed record Freeze(DateTimeOffset At, string By, string Reason, DateTimeOffset? Until)
{
    /// <summary>Whether it holds.</summary>
    /// <param name="now">The time.</param>
    public bool Holds(DateTimeOffset now) => Until is not { } until || now < until;

    /// <summary>In a sentence without its end.</summary>
    public override string ToString() =>
        $"{By} has frozen repairs{(Reason.Length > 0 ? $" ({Reason})" : "")}{(Until is { } until ? string.Create(CultureInfo.InvariantCulture, $" until {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC") : "")}";
}
