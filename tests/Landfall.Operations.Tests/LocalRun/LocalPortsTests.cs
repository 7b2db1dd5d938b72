using System.Net;
using System.Net.Sockets;
using Landfall.Config;
using Landfall.Operations.LocalRun;

namespace Landfall.Operations.Tests.LocalRun;

public sealed class LocalPortsTests
{
    [Fact]
    public void Give_TakenPort_IsTheNextAndSaysByWhat()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var said = new List<string>();

        var given = new LocalPorts(null, said.Add).Give("api", port);

        Assert.True(given > port);
        var line = Assert.Single(said);
        Assert.StartsWith($"Port {port} is taken", line, StringComparison.Ordinal);
        Assert.EndsWith($"'api' gets {given}.", line, StringComparison.Ordinal);
        if (OperatingSystem.IsLinux())
            Assert.Contains($"(process {Environment.ProcessId})", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Give_TwoThatWantTheSame_GetDifferentOnes()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var said = new List<string>();
        var ports = new LocalPorts(IPAddress.Loopback, said.Add);

        var first = ports.Give("api", port);
        var second = ports.Give("web", port);

        Assert.True(second > first);
        Assert.Contains(said, line => line.EndsWith($"'web' gets {second}.", StringComparison.Ordinal));
    }

    [Fact]
    public void Give_NoneLeft_IsRefused() =>
        Assert.Equal("LF5494", Assert.Throws<LandfallException>(() => new LocalPorts(null, _ => { }).Give("api", IPEndPoint.MaxPort + 1)).Code);
}
