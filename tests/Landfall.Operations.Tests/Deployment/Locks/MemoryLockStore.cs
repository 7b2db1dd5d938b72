using Landfall.Operations.Deployment.Locks;

namespace Landfall.Operations.Tests.Deployment.Locks;

/// <summary>A lock store that several holders in one test share; it behaves as Systems Manager's parameters do.</summary>
internal sealed class MemoryLockStore : ILockStore
{
    private readonly Lock _lock = new();
    private (string Text, long Version)? _value;

    /// <summary>Runs once, between a look at the lock and what follows it.</summary>
    public Action? AfterRead { get; set; }

    /// <summary>The record that is there, or null.</summary>
    public LockRecord? Record => _value is { } value ? LockRecord.Read(value.Text) : null;

    public Task<(string Text, long Version)?> ReadAsync(CancellationToken stop)
    {
        (string Text, long Version)? found;
        lock (_lock)
            found = _value;
        var after = AfterRead;
        AfterRead = null;
        after?.Invoke();
        return Task.FromResult(found);
    }

    public Task<bool> TryCreateAsync(string text, CancellationToken stop)
    {
        lock (_lock)
        {
            if (_value is not null)
                return Task.FromResult(false);
            _value = (text, 1);
            return Task.FromResult(true);
        }
    }

    public Task<long> ReplaceAsync(string text, CancellationToken stop)
    {
        lock (_lock)
        {
            _value = (text, (_value?.Version ?? 0) + 1);
            return Task.FromResult(_value.Value.Version);
        }
    }

    public Task DeleteAsync(CancellationToken stop)
    {
        lock (_lock)
            _value = null;
        return Task.CompletedTask;
    }
}
