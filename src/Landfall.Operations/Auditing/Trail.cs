using System.Globalization;
using System.Runtime.CompilerServices;

namespace Landfall.Operations.Auditing;

/// <summary>An environment's trail as it was found.</summary>
/// <param name="Entries">The entries that can be read, in order.</param>
/// <param name="Broken">The first place at which it is not what was written; null for a sound one.</param>
/// <param name="Beyond">How many entries at its end the head does not have yet, because a run was interrupted between the two.</param>
internal sealed record Trail(IReadOnlyList<AuditEntry> Entries, BrokenLink? Broken, long Beyond)
{
    // Below S3's request rate, also while others read.
    private const int AtOnce = 8;

    /// <summary>Reads a trail from its beginning and checks it.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The trail.</returns>
    public static async Task<Trail> ReadAsync(ITrailStore store, CancellationToken stop)
    {
        // The head first: what is appended meanwhile comes after it, and nothing that it has may be missing.
        var head = await store.FindHeadAsync(stop).ConfigureAwait(false);
        var numbers = await store.ListAsync(stop).ConfigureAwait(false);
        return Check(head, await ReadAsync(store, numbers, stop).ConfigureAwait(false));
    }

    /// <summary>Reads a trail from its end, without checking it, as far as it is asked for.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="most">How many entries at most.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The entries, the last first.</returns>
    public static async IAsyncEnumerable<AuditEntry> ReadBackAsync(ITrailStore store, int most, [EnumeratorCancellation] CancellationToken stop)
    {
        if (await store.FindHeadAsync(stop).ConfigureAwait(false) is not { } text || TrailHead.Read(text) is not { } head)
            yield break;
        var first = Math.Max(1, head.Count - most + 1);
        for (var last = head.Count; last >= first; last -= AtOnce)
        {
            var numbers = Enumerable.Range(0, AtOnce).Select(back => last - back).Where(number => number >= first).ToList();
            foreach (var (_, bytes) in await ReadAsync(store, numbers, stop).ConfigureAwait(false))
            {
                if (AuditEntry.Read(bytes) is { } entry)
                    yield return entry;
            }
        }
    }

    /// <summary>Checks that each entry follows the one before, and the head the last.</summary>
    /// <param name="headText">The head; null when there is none.</param>
    /// <param name="found">The entries that are there, in the order of their numbers.</param>
    /// <returns>The trail.</returns>
    internal static Trail Check(string? headText, IReadOnlyList<(long Number, byte[] Bytes)> found)
    {
        var entries = found.Select(one => AuditEntry.Read(one.Bytes)).ToList();
        var head = headText is null ? null : TrailHead.Read(headText);
        var beyond = head is null || found.Count == 0 ? 0 : Math.Max(0, found[^1].Number - head.Count);
        return new Trail([.. entries.OfType<AuditEntry>()], BreakOf(headText, head, found, entries), beyond);
    }

    private static BrokenLink? BreakOf(string? headText, TrailHead? head, IReadOnlyList<(long Number, byte[] Bytes)> found, List<AuditEntry?> entries)
    {
        if (headText is null)
            return found.Count == 0 ? null : new BrokenLink(found[0].Number, "There are entries, but the head is gone: somebody has removed it, perhaps with entries at the end.");
        if (head is null)
            return new BrokenLink(0, "The head cannot be read: somebody has changed it.");
        var last = TrailHead.Empty;
        foreach (var ((number, bytes), entry) in found.Zip(entries))
        {
            if (LinkOf(number, entry, last) is { } broken)
                return broken;
            last = new TrailHead(number, AuditEntry.HashOf(bytes));
            if (number == head.Count && last.Hash != head.Hash)
                return new BrokenLink(number, $"{Entry(number)} is not the one that the head has: somebody has edited it, or the head.");
            if (entry!.Found is { } earlier)
                return new BrokenLink(number, $"{Entry(number)} says what was found when it was written: {earlier}");
        }

        return last.Count < head.Count
            ? new BrokenLink(last.Count + 1, string.Create(CultureInfo.InvariantCulture, $"The trail has {last.Count} entries, and its head has {head.Count}: somebody has cut off its end."))
            : null;
    }

    private static BrokenLink? LinkOf(long number, AuditEntry? entry, TrailHead last)
    {
        if (number != last.Count + 1)
            return new BrokenLink(last.Count + 1, $"{Entry(last.Count + 1)} is missing: somebody has removed it.");
        if (entry is null)
            return new BrokenLink(number, $"{Entry(number)} cannot be read: somebody has edited it.");
        if (entry.Number != number)
            return new BrokenLink(number, string.Create(CultureInfo.InvariantCulture, $"In the place of entry {number} is what was written as entry {entry.Number}: somebody has changed their order."));
        return entry.Previous == last.Hash
            ? null
            : new BrokenLink(number, number == 1 ? $"{Entry(1)} follows another one: somebody has edited it." : $"{Entry(number)} does not follow {Entry(number - 1).ToLowerInvariant()}: somebody has edited one of the two.");
    }

    private static string Entry(long number) => string.Create(CultureInfo.InvariantCulture, $"Entry {number}");

    private static async Task<IReadOnlyList<(long Number, byte[] Bytes)>> ReadAsync(ITrailStore store, IReadOnlyList<long> numbers, CancellationToken stop)
    {
        var bytes = new byte[]?[numbers.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, numbers.Count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop },
            async (at, token) => bytes[at] = await store.FindAsync(numbers[at], token).ConfigureAwait(false)).ConfigureAwait(false);
        return [.. numbers.Zip(bytes).Where(one => one.Second is not null).Select(one => (one.First, one.Second!))];
    }
}
