namespace Landfall.Operations.Auditing;

/// <summary>Where an environment's audit trail is kept: its entries in one place, its head in another.</summary>
internal interface ITrailStore
{
    /// <summary>Writes an entry, unless there is one of that number.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>False where somebody else has written it, or is about to.</returns>
    Task<bool> TryAddAsync(long number, byte[] entry, CancellationToken stop);

    /// <summary>Reads an entry; null when there is none of that number.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="stop">Gives up.</param>
    Task<byte[]?> FindAsync(long number, CancellationToken stop);

    /// <summary>Lists the numbers of the entries that are there, in order.</summary>
    /// <param name="stop">Gives up.</param>
    Task<IReadOnlyList<long>> ListAsync(CancellationToken stop);

    /// <summary>Reads the head; null when there is none.</summary>
    /// <param name="stop">Gives up.</param>
    Task<string?> FindHeadAsync(CancellationToken stop);

    /// <summary>Makes the head, unless there is one.</summary>
    /// <param name="head">The head.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>False where there is one.</returns>
    Task<bool> TryCreateHeadAsync(string head, CancellationToken stop);

    /// <summary>Gives the head another value.</summary>
    /// <param name="head">The head.</param>
    /// <param name="stop">Gives up.</param>
    Task ReplaceHeadAsync(string head, CancellationToken stop);
}
