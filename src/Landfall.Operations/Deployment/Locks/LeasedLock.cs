using System.Security.Cryptography;
using Landfall.Config;

namespace Landfall.Operations.Deployment.Locks;

/// <summary>
/// A lock that several machines see, held for as long as it is renewed. A holder that dies leaves it behind; it expires.
/// </summary>
internal sealed class LeasedLock : IAsyncDisposable
{
    // The lease outlives nine renewals that fail, and clocks that differ by minutes.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(1);

    // At the end nobody waits long for AWS: the lease ends by itself.
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(10);

    private readonly ILockStore _store;
    private readonly LockRecord _own;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _end = new();
    private readonly PeriodicTimer _timer;
    private readonly Task _renewing;
    private readonly Action<string> _say;

    private DateTimeOffset _expires;
    private bool _hasWarned;

    private LeasedLock(ILockStore store, LockRecord own, Action<string> say, TimeProvider time)
    {
        _store = store;
        _own = own;
        _say = say;
        _time = time;
        _expires = own.Expires;
        _timer = new(Renewal, time);
        _renewing = RenewAsync();
    }

    /// <summary>Takes the lock.</summary>
    /// <param name="store">Where it is kept.</param>
    /// <param name="folder">
    /// The mark of the folder that the caller has to itself: whoever held the lock from there is dead.
    /// </param>
    /// <param name="operation">What the caller does.</param>
    /// <param name="say">Is told when others may come in although the caller still works, or cannot although it is done.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The lock; disposing it gives it back.</returns>
    /// <exception cref="LandfallException">Somebody else holds it.</exception>
    public static async Task<LeasedLock> TakeAsync(ILockStore store, string folder, string operation, Action<string> say, TimeProvider time, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var own = new LockRecord(
            RandomNumberGenerator.GetHexString(32, lowercase: true), folder, Environment.UserName, Environment.MachineName, Environment.ProcessId, operation, now, now + Lease);
        if (await store.TryCreateAsync(own.Write(), stop).ConfigureAwait(false))
            return new LeasedLock(store, own, say, time);
        if (await store.ReadAsync(stop).ConfigureAwait(false) is not { } found)
            return await TakeAsync(store, folder, operation, say, time, stop).ConfigureAwait(false); // given back meanwhile

        var holder = LockRecord.Read(found.Text);
        if (holder is not null && holder.Folder != folder && holder.Expires > now)
            throw Held(holder, now);

        // Several may see the same dead lock at once. Each write raises the version by one, so one of them gets the next.
        if (await store.ReplaceAsync(own.Write(), stop).ConfigureAwait(false) == found.Version + 1)
            return new LeasedLock(store, own, say, time);
        throw new LandfallException(ErrorCodes.EnvironmentLocked, "Another run of Landfall has taken over the environment's expired lock at the same moment. Run the same command again once it is done.");
    }

    /// <summary>Gives the lock back, unless it was broken and is somebody else's.</summary>
    public async ValueTask DisposeAsync()
    {
        _timer.Dispose(); // ends the wait for the next renewal without an exception, which would be the slowest part of a short run
        await _end.CancelAsync().ConfigureAwait(false);
        await _renewing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var limit = new CancellationTokenSource(EndLimit, _time);
        try
        {
            if (await IsOwnAsync(limit.Token).ConfigureAwait(false))
                await _store.DeleteAsync(limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException || AwsFailure.Of(e) is not null)
        {
            var why = e is OperationCanceledException ? "AWS did not answer in time." : AwsFailure.Of(e)!.Message;
            _say($"The environment's lock could not be given back, so that others wait until it ends by itself at {_expires:HH:mm} UTC ('landfall unlock' breaks it before): {why}");
        }

        _end.Dispose();
    }

    private static LandfallException Held(LockRecord holder, DateTimeOffset now) => new(
        ErrorCodes.EnvironmentLocked,
        $"Somebody else works on this environment: {holder.Describe(now)}. Wait for it to end. If it has died, its lock expires at {holder.Expires:HH:mm} UTC, or 'landfall unlock' breaks it.");

    private async Task RenewAsync()
    {
        while (await _timer.WaitForNextTickAsync(CancellationToken.None).ConfigureAwait(false))
            await RenewOnceAsync().ConfigureAwait(false);
    }

    private async Task RenewOnceAsync()
    {
        try
        {
            if (!await IsOwnAsync(_end.Token).ConfigureAwait(false))
            {
                WarnOnce("Somebody has broken the lock of this run: two may be changing the environment at once. Stop one of them with Ctrl-C.");
                return;
            }

            var expires = _time.GetUtcNow() + Lease;
            await _store.ReplaceAsync((_own with { Expires = expires }).Write(), _end.Token).ConfigureAwait(false);
            _expires = expires;
        }
        catch (Exception e) when (AwsFailure.Of(e) is not null && !_end.IsCancellationRequested)
        {
            // The network may be away for a moment, which the next renewals make up for; what goes on ends in two runs at once.
            if (_expires - _time.GetUtcNow() <= Lease / 2)
                WarnOnce($"The environment's lock cannot be renewed: somebody else may change it from {_expires:HH:mm} UTC on. {AwsFailure.Of(e)!.Message}");
        }
    }

    private void WarnOnce(string warning)
    {
        if (!_hasWarned)
            _say(warning);
        _hasWarned = true;
    }

    private async Task<bool> IsOwnAsync(CancellationToken stop) =>
        await _store.ReadAsync(stop).ConfigureAwait(false) is { } found && LockRecord.Read(found.Text)?.Id == _own.Id;
}
