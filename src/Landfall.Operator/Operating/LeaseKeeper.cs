using Landfall.Config;
using Landfall.Operator.Store;

namespace Landfall.Operator.Operating;

/// <summary>Renews the lease beside the ticks, which may take longer than it lasts. Whether it is still had is checked where something is saved.</summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    private readonly string _file;
    private readonly Lease _lease;
    private readonly TimeProvider _time;
    private readonly PeriodicTimer _timer;
    private readonly Task _renewing;

    public LeaseKeeper(string file, Lease lease, TimeProvider time)
    {
        _file = file;
        _lease = lease;
        _time = time;
        _timer = new PeriodicTimer(Lease.Renewal, time);
        _renewing = RenewAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _renewing.ConfigureAwait(false);
    }

    private async Task RenewAsync()
    {
        while (await _timer.WaitForNextTickAsync().ConfigureAwait(false))
        {
            try
            {
                // A connection of its own: one of SQLite's is for one thread.
                using var store = OperatorStore.Open(_file, _time);
                if (!store.Renew(_lease))
                    return;
            }
            catch (LandfallException)
            {
                // The disk may have room again at the next time; where it does not, the tick that cannot be saved says so.
            }
        }
    }
}
