using System.Globalization;

namespace Landfall.Operations.Repairing;

/// <summary>Says what is stuck, why, and what would be done about it.</summary>
internal static class RepairWords
{
    /// <summary>The lines for a person.</summary>
    /// <param name="report">What is stuck.</param>
    /// <param name="now">The time.</param>
    /// <returns>The lines; none where nothing is.</returns>
    public static IEnumerable<string> Of(RepairReport report, DateTimeOffset now)
    {
        if (report.Lock is { } holder)
        {
            yield return $"{report.App} {report.Environment} is locked by {holder.Describe(now)}.";
            yield return holder.Expires > now
                ? $"  If that run is dead, its lock ends at {holder.Expires:HH:mm} UTC, or 'landfall unlock' breaks it."
                : "  That run is dead, and its lock has ended: the next run takes it over, or 'landfall unlock' breaks it.";
        }

        foreach (var stack in report.Stacks)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{stack.Stack} is in {stack.Status} since {stack.Since.UtcDateTime:yyyy-MM-dd HH:mm} UTC, {Math.Max(0, (int)(now - stack.Since).TotalMinutes)} min ago.");
            foreach (var failure in stack.Failures)
                yield return $"  {failure.Resource} ({failure.Type}): {failure.Reason}";
            if (stack.Advice is { } advice)
                yield return $"  {advice}";
            yield return $"  → {stack.Does}";
            foreach (var effect in stack.Effects)
                yield return $"    {effect}";
        }
    }
}
