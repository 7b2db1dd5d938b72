using Landfall.Config;

namespace Landfall.Operations.Auditing;

/// <summary>Appends entries to a trail. Several may do so at once: each takes a number of its own.</summary>
/// <param name="store">Where the trail is kept.</param>
internal sealed class TrailWriter(ITrailStore store)
{
    /// <summary>Appends an entry.</summary>
    /// <param name="entry">The entry; its number and what it follows are found here.</param>
    /// <param name="stop">Gives up.</param>
    public async Task AppendAsync(AuditEntry entry, CancellationToken stop)
    {
        var (last, found) = await OpenAsync(stop).ConfigureAwait(false);
        while (true)
        {
            var number = last.Count + 1;
            var bytes = (entry with { Number = number, Previous = last.Hash, Found = found }).Write();
            if (await store.TryAddAsync(number, bytes, stop).ConfigureAwait(false))
            {
                await AdvanceAsync(new TrailHead(number, AuditEntry.HashOf(bytes)), stop).ConfigureAwait(false);
                return;
            }

            // Somebody else was quicker, or was interrupted before the head: this one follows theirs.
            if (await store.FindAsync(number, stop).ConfigureAwait(false) is { } theirs)
                last = new TrailHead(number, AuditEntry.HashOf(theirs));
        }
    }

    /// <summary>
    /// Finds where the trail ends. The head is made before the first entry: entries without one are a trail whose head somebody
    /// has taken away, which the next entry says, so that it is not forgotten.
    /// </summary>
    private async Task<(TrailHead Last, string? Found)> OpenAsync(CancellationToken stop)
    {
        if (await store.FindHeadAsync(stop).ConfigureAwait(false) is { } text)
            return (HeadOf(text), null);
        var hasEntries = await store.FindAsync(1, stop).ConfigureAwait(false) is not null;
        if (await store.TryCreateHeadAsync(TrailHead.Empty.Write(), stop).ConfigureAwait(false))
            return (TrailHead.Empty, hasEntries ? "The trail had entries and no head." : null);
        return (HeadOf(await store.FindHeadAsync(stop).ConfigureAwait(false) ?? ""), null);
    }

    /// <summary>A head never goes back: an entry after it is found by the next writer, one before it would be a lost one.</summary>
    private async Task AdvanceAsync(TrailHead head, CancellationToken stop)
    {
        if (await store.FindHeadAsync(stop).ConfigureAwait(false) is not { } text || HeadOf(text).Count < head.Count)
            await store.ReplaceHeadAsync(head.Write(), stop).ConfigureAwait(false);
    }

    private static TrailHead HeadOf(string text) =>
        TrailHead.Read(text) ?? throw new LandfallException(ErrorCodes.AuditNotWritten, "the trail's head cannot be read, because somebody has changed it");
}
