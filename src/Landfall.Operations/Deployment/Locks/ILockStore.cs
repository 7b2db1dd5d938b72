namespace Landfall.Operations.Deployment.Locks;

/// <summary>Where an environment's lock is kept, so that every machine sees it.</summary>
internal interface ILockStore
{
    /// <summary>Reads the lock.</summary>
    /// <param name="stop">Gives up.</param>
    /// <returns>Its text, and how often it was written; null when there is none.</returns>
    Task<(string Text, long Version)?> ReadAsync(CancellationToken stop);

    /// <summary>Writes the lock where there is none.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>False when there is one: of many that try at once, one succeeds.</returns>
    Task<bool> TryCreateAsync(string text, CancellationToken stop);

    /// <summary>Writes the lock over the one that is there.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The version that this made: one more than the one that was overwritten.</returns>
    Task<long> ReplaceAsync(string text, CancellationToken stop);

    /// <summary>Removes the lock; it may be gone already.</summary>
    /// <param name="stop">Gives up.</param>
    Task DeleteAsync(CancellationToken stop);
}
