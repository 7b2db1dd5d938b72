using System.Text.Json.Serialization;
using Landfall.Operations.Auditing;
using Landfall.Operations.History;

namespace Landfall.Operations.Releases;

/// <summary>An image that a service was brought to.</summary>
/// <param name="Number">The release's number, by which <c>rollback --to</c> knows it.</param>
/// <param name="At">When.</param>
/// <param name="Operation">How: <c>release</c> or <c>rollback</c>.</param>
/// <param name="Image">The image, by its digest.</param>
/// <param name="Before">The image before; <c>none</c> for the first.</param>
/// <param name="By">Who released it.</param>
internal sealed record PastRelease(long Number, DateTimeOffset At, string Operation, string Image, string Before, string By)
{
    // Some years of a service that is released every other day; a request for each.
    private const int Most = 500;

    /// <summary>The commit that it was released from; null where that is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Commit { get; init; }

    /// <summary>Lists the releases of a service that have succeeded.</summary>
    /// <param name="store">The environment's trail.</param>
    /// <param name="ground">The service.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The releases, the last first.</returns>
    public static async Task<IReadOnlyList<PastRelease>> ListAsync(ITrailStore store, ReleaseGround ground, CancellationToken stop) =>
    [
        .. from entry in await Trail.ReadBackAsync(store, Most, stop).ToListAsync(stop).ConfigureAwait(false)
           where entry is { Outcome: ChangeOutcome.Done, Operation: "release" or "rollback" }
           from subject in entry.Subjects
           where subject is { Before: not null, After: not null } && subject.Name == ground.Service
           select new PastRelease(entry.Number, entry.Ended, entry.Operation, subject.After!, subject.Before!, HistoryEntry.Of(ground.Project.Plan, entry).By) { Commit = entry.Commit },
    ];

    /// <summary>
    /// Finds the image to go back to: the one before the last release of the image that runs. Rollbacks do not count, so that
    /// a second one goes further back, and not to where the first came from.
    /// </summary>
    /// <param name="releases">The releases, the last first.</param>
    /// <param name="running">The image that runs.</param>
    /// <returns>The release of the image that runs; null where there is none with an image before it.</returns>
    public static PastRelease? Undone(IReadOnlyList<PastRelease> releases, string running) =>
        releases.FirstOrDefault(release => release.Operation == "release" && release.Image == running && release.Before.Contains('@', StringComparison.Ordinal));
}
