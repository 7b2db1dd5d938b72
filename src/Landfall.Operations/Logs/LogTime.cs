using System.Globalization;
using Landfall.Config;
using Landfall.Config.Values;

namespace Landfall.Operations.Logs;

/// <summary>Reads from when on somebody wants to look back.</summary>
internal static class LogTime
{
    /// <summary>Reads it.</summary>
    /// <param name="text">A duration such as <c>2h</c>, or a time; null for the default.</param>
    /// <param name="otherwise">How far back by default.</param>
    /// <param name="now">The time.</param>
    /// <returns>The time from which on.</returns>
    /// <exception cref="LandfallException">It is neither.</exception>
    public static DateTimeOffset Of(string? text, TimeSpan otherwise, DateTimeOffset now) =>
        text is null ? now - otherwise
        : Duration.TryParse(text, out var back) ? now - back
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time <= now ? time
        : throw new LandfallException(ErrorCodes.LogChoice, $"'{text}' is neither a duration nor a time that has been. Write --since 10m, 2h, 3d or 2026-03-01T12:00Z.");
}
