using System.Net;
using System.Net.Sockets;

namespace Landfall.Operations.LocalRun;

/// <summary>Carries connections of containers to a port of the loopback interface; others' are closed without a word.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private const int SolIp = 0;
    private const int IpFreeBind = 15;

    private readonly TcpListener _listener;
    private readonly HostRoute _route;
    private readonly int _port;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _work;

    private Relay(TcpListener listener, HostRoute route, int port)
    {
        (_listener, _route, _port) = (listener, route, port);
        _work = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public IPEndPoint Address => (IPEndPoint)_listener.LocalEndpoint;

    /// <summary>Starts one.</summary>
    /// <param name="route">How containers reach this machine.</param>
    /// <param name="port">The port of the loopback interface.</param>
    /// <param name="listen">The port that it listens on; the same by default, which is free on the route's address.</param>
    /// <returns>The relay.</returns>
    public static Relay Start(HostRoute route, int port, int? listen = null)
    {
        var listener = Listener(route.Listen!, listen ?? port);
        listener.Start();
        return new Relay(listener, route, port);
    }

    /// <summary>A listener on an address that this machine need not have yet: <c>ip(7)</c>, <c>IP_FREEBIND</c>.</summary>
    /// <param name="address">The address.</param>
    /// <param name="port">The port; 0 for a free one.</param>
    /// <returns>The listener, not started.</returns>
    internal static TcpListener Listener(IPAddress address, int port)
    {
        var listener = new TcpListener(address, port);
        if (OperatingSystem.IsLinux() && !IPAddress.IsLoopback(address))
            listener.Server.SetRawSocketOption(SolIp, IpFreeBind, BitConverter.GetBytes(1));
        return listener;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        _listener.Dispose();
        await _work.ConfigureAwait(false);
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var carried = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token).ConfigureAwait(false);
                carried.RemoveAll(one => one.IsCompleted);
                if (client.Client.RemoteEndPoint is IPEndPoint peer && _route.Takes(peer.Address))
                    carried.Add(CarryAsync(client));
                else
                    client.Dispose();
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(carried).ConfigureAwait(false);
        }
    }

    private async Task CarryAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _port, _end.Token).ConfigureAwait(false);
                // Both at once: a side that has sent all, and was shut down for that, gives no stream any more.
                var (near, far) = (client.GetStream(), server.GetStream());
                await Task.WhenAll(PassAsync(near, far), PassAsync(far, near)).ConfigureAwait(false);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
            {
                // One of the two has gone: so does the other.
            }
        }
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to)
    {
        await from.CopyToAsync(to, _end.Token).ConfigureAwait(false);
        to.Socket.Shutdown(SocketShutdown.Send);
    }
}
