namespace Landfall.Operations.Restoring;

/// <summary>Something that holds data, and of which a copy can be made as it was.</summary>
internal interface IRestorable : IDisposable
{
    /// <summary>Tells what there is to restore from, and which copies there are.</summary>
    /// <param name="stop">Stops it.</param>
    /// <returns>It.</returns>
    Task<RestorePoints> ReadAsync(CancellationToken stop);

    /// <summary>Finds a snapshot or backup that is not among those of <see cref="ReadAsync"/>, such as of a database that is gone.</summary>
    /// <param name="id">Its name.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>It; null where there is none that fits.</returns>
    Task<RestorePoint?> FindAsync(string id, CancellationToken stop);

    /// <summary>Says what a copy would be. Changes nothing.</summary>
    /// <param name="choice">What of.</param>
    /// <param name="now">The time.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>It.</returns>
    Task<RestorePlan> PlanAsync(RestoreChoice choice, DateTimeOffset now, CancellationToken stop);

    /// <summary>
    /// Does the next of what a copy needs until it can be used, as far as AWS lets that be done now. May be called again and again, and
    /// after an interruption as well.
    /// </summary>
    /// <param name="copy">The copy's name.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>How it is; null where there is no such copy.</returns>
    Task<RestoredCopy?> AdvanceAsync(string copy, CancellationToken stop);

    /// <summary>Deletes a copy for good.</summary>
    /// <param name="copy">The copy, which <see cref="ReadAsync"/> gave.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>A task.</returns>
    Task DiscardAsync(RestoredCopy copy, CancellationToken stop);
}
