using System.Net;
using System.Net.Sockets;
using System.Text;
using Landfall.Operations.LocalRun;

namespace Landfall.Operations.Tests.LocalRun;

public sealed class RelayTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Start_Connection_IsCarriedBothWays()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        await using var relay = Relay.Start(new HostRoute("x", IPAddress.Loopback, null), ((IPEndPoint)server.LocalEndpoint).Port, listen: 0);
        using var client = new TcpClient();
        await client.ConnectAsync(relay.Address, Stop);
        using var served = await server.AcceptTcpClientAsync(Stop);
        var (near, far) = (client.GetStream(), served.GetStream());

        await near.WriteAsync("ask"u8.ToArray(), Stop);
        client.Client.Shutdown(SocketShutdown.Send);
        using var asked = new StreamReader(far, Encoding.ASCII, leaveOpen: true);
        Assert.Equal("ask", await asked.ReadToEndAsync(Stop));
        await far.WriteAsync("answer"u8.ToArray(), Stop);
        served.Client.Shutdown(SocketShutdown.Send);
        using var answered = new StreamReader(near, Encoding.ASCII);
        Assert.Equal("answer", await answered.ReadToEndAsync(Stop));
    }

    // What was sent before the other side is there is passed on at a stroke.
    [Fact]
    public async Task Start_ClientSentAllAtOnce_IsCarriedBothWays()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        await using var relay = Relay.Start(new HostRoute("x", IPAddress.Loopback, null), ((IPEndPoint)server.LocalEndpoint).Port, listen: 0);
        for (var i = 0; i < 200; i++)
        {
            using var client = new TcpClient();
            await client.ConnectAsync(relay.Address, Stop);
            await client.GetStream().WriteAsync("ask"u8.ToArray(), Stop);
            client.Client.Shutdown(SocketShutdown.Send);
            using var served = await server.AcceptTcpClientAsync(Stop);
            using var asked = new StreamReader(served.GetStream(), Encoding.ASCII);
            Assert.Equal("ask", await asked.ReadToEndAsync(Stop));
        }
    }

    [Fact]
    public async Task Start_NothingListens_ClosesAndGoesOn()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var port = ((IPEndPoint)server.LocalEndpoint).Port;
        server.Stop();
        await using var relay = Relay.Start(new HostRoute("x", IPAddress.Loopback, null), port, listen: 0);

        for (var i = 0; i < 2; i++)
        {
            using var client = new TcpClient();
            await client.ConnectAsync(relay.Address, Stop);
            Assert.Equal(0, await client.GetStream().ReadAsync(new byte[1], Stop));
        }
    }
}
