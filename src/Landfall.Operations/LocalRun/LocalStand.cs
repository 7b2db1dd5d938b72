namespace Landfall.Operations.LocalRun;

/// <summary>One start of a container and its sidecars: it ends when the container does, or when it is replaced.</summary>
internal sealed class LocalStand
{
    private readonly CancellationTokenSource _leave = new();
    private readonly TaskCompletionSource<int> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<Task> _followed = [];

    /// <summary>The exit code, once the container has ended by itself.</summary>
    public Task<int> Ended => _ended.Task;

    /// <summary>Cancelled when it is left.</summary>
    public CancellationToken Token => _leave.Token;

    /// <summary>Keeps what reads the lines of a container.</summary>
    /// <param name="follow">The reading.</param>
    public void Begin(Task follow) => _followed.Add(follow);

    /// <summary>Says that the container has ended.</summary>
    /// <param name="code">Its exit code.</param>
    public void End(int code) => _ended.TrySetResult(code);

    /// <summary>Stops reading.</summary>
    public async Task LeaveAsync()
    {
        await _leave.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_followed).ConfigureAwait(false);
    }
}
