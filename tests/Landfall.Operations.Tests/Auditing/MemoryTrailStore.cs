using Landfall.Operations.Auditing;

namespace Landfall.Operations.Tests.Auditing;

/// <summary>A trail in memory, which behaves as the bucket and the parameter do; a test may tamper with either.</summary>
internal sealed class MemoryTrailStore : ITrailStore
{
    public SortedDictionary<long, byte[]> Entries { get; } = [];

    public string? Head { get; set; }

    /// <summary>Runs once, before the next entry is written.</summary>
    public Action? BeforeAdd { get; set; }

    /// <summary>The entries that were read.</summary>
    public List<long> Read { get; } = [];

    /// <summary>True for a writer that is killed between an entry and the head.</summary>
    public bool DiesBeforeHead { get; set; }

    public Task<bool> TryAddAsync(long number, byte[] entry, CancellationToken stop)
    {
        var before = BeforeAdd;
        BeforeAdd = null;
        before?.Invoke();
        return Task.FromResult(Entries.TryAdd(number, entry));
    }

    public Task<byte[]?> FindAsync(long number, CancellationToken stop)
    {
        lock (Read) // entries are read beside each other
            Read.Add(number);
        return Task.FromResult(Entries.GetValueOrDefault(number));
    }

    public Task<IReadOnlyList<long>> ListAsync(CancellationToken stop) => Task.FromResult<IReadOnlyList<long>>([.. Entries.Keys]);

    public Task<string?> FindHeadAsync(CancellationToken stop) => Task.FromResult(Head);

    public Task<bool> TryCreateHeadAsync(string head, CancellationToken stop)
    {
        if (Head is not null)
            return Task.FromResult(false);
        Head = head;
        return Task.FromResult(true);
    }

    public Task ReplaceHeadAsync(string head, CancellationToken stop)
    {
        if (DiesBeforeHead)
            throw new OperationCanceledException("killed");
        Head = head;
        return Task.CompletedTask;
    }
}
