using System.Globalization;
using Landfall.Config;

namespace Landfall.Operations.Restoring;

/// <summary>Reads what somebody wants a copy to be made of.</summary>
internal static class RestoreChoices
{
    private const string Last = "latest";

    /// <summary>Reads it.</summary>
    /// <param name="restorable">What is restored.</param>
    /// <param name="points">What there is.</param>
    /// <param name="snapshot">The name of a snapshot or backup, or null.</param>
    /// <param name="at">A moment, or null.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The choice.</returns>
    /// <exception cref="LandfallException">There is none, two, or what is not there.</exception>
    public static async Task<RestoreChoice> OfAsync(IRestorable restorable, RestorePoints points, string? snapshot, string? at, CancellationToken stop)
    {
        if (snapshot is null == at is null)
            throw new LandfallException(ErrorCodes.RestoreChoice, $"Say what '{points.Name}' is restored from: either --snapshot or --at. {Has(points)}");
        return snapshot is null ? new RestoreChoice(null, Moment(points, at!)) : new RestoreChoice(await PointAsync(restorable, points, snapshot, stop).ConfigureAwait(false), null);
    }

    private static async Task<RestorePoint> PointAsync(IRestorable restorable, RestorePoints points, string id, CancellationToken stop)
    {
        var point = points.Points.FirstOrDefault(one => one.Id == id) ?? await restorable.FindAsync(id, stop).ConfigureAwait(false)
            ?? throw new LandfallException(ErrorCodes.RestoreChoice, $"There is no {Word(points)} '{id}' that '{points.Name}' could be restored from. {Has(points)}");
        return point.Status == "available"
            ? point
            : throw new LandfallException(ErrorCodes.RestoreChoice, $"The {Word(points)} '{id}' is '{point.Status}', and can be restored once it is 'available'. 'landfall data snapshots {points.Name}' shows how it is.");
    }

    private static DateTimeOffset? Moment(RestorePoints points, string text)
    {
        if (points is not { Earliest: { } earliest, Latest: { } latest })
            throw new LandfallException(ErrorCodes.RestoreChoice, $"'{points.Name}' cannot be restored to a moment: AWS keeps no continuous backup of it. {Has(points)}");
        if (text == Last)
            return null;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            throw new LandfallException(ErrorCodes.RestoreChoice, $"'{text}' is no time. Write --at 2026-03-01T12:00Z, or --at latest.");

        // AWS takes whole seconds.
        at = new DateTimeOffset(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        return at < earliest || at > latest
            ? throw new LandfallException(ErrorCodes.RestoreChoice, $"'{points.Name}' cannot be restored to {Text(at)}. {Has(points)}")
            : at;
    }

    private static string Has(RestorePoints points)
    {
        var window = points is { Earliest: { } earliest, Latest: { } latest } ? $"It can be restored to any moment from {Text(earliest)} to {Text(latest)} (--at)" : null;
        var newest = points.Points.FirstOrDefault(point => point.Status == "available");
        var snapshots = newest is null ? null : FormattableString.Invariant($"{points.Points.Count} {Word(points)}{(points.Points.Count == 1 ? "" : "s")}, the newest '{newest.Id}' (--snapshot)");
        return (window, snapshots) switch
        {
            (null, null) => $"There is nothing to restore it from.{(points.Kind == "database" ? $" 'landfall data snapshot {points.Name}' makes a snapshot for the next time." : "")}",
            (null, _) => $"It has {snapshots}; 'landfall data snapshots {points.Name}' lists them.",
            (_, null) => $"{window}.",
            _ => $"{window}, and from {snapshots}; 'landfall data snapshots {points.Name}' lists them.",
        };
    }

    private static string Word(RestorePoints points) => points.Kind == "table" ? "backup" : "snapshot";

    private static string Text(DateTimeOffset time) => FormattableString.Invariant($"{time.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
}
