using Landfall.Config;
using Landfall.Config.Values;

namespace Landfall.Operations.Shifting;

/// <summary>Reads for how long traffic is kept away.</summary>
internal static class ShiftLength
{
    private static readonly TimeSpan Usual = TimeSpan.FromHours(3);

    // "You can set a zonal shift to be active initially for up to three days (72 hours)"; ARC counts whole minutes (StartZonalShift, expiresIn).
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3);

    /// <summary>Reads it.</summary>
    /// <param name="text">A duration; null for the usual one.</param>
    /// <returns>Whole minutes.</returns>
    /// <exception cref="LandfallException">It is none, or one that ARC does not take.</exception>
    public static int Minutes(string? text)
    {
        if (text is null)
            return (int)Usual.TotalMinutes;
        return Duration.TryParse(text, out var length) && length >= TimeSpan.FromMinutes(1) && length <= Longest && length.Ticks % TimeSpan.TicksPerMinute == 0
            ? (int)length.TotalMinutes
            : throw new LandfallException(ErrorCodes.ShiftChoice, $"'{text}' is no time for which traffic can be kept away from a zone. Write whole minutes, hours or days, from --for 1m to --for 3d.");
    }
}
