using System.Net;
using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Operations.LocalRun;

namespace Landfall.Operations.Tests.LocalRun;

public sealed class HostRouteTests
{
    private static readonly IPAddress Outward = IPAddress.Parse("192.0.2.7");

    private static readonly JsonNode Docker = JsonNode.Parse("""[{ "IPAM": { "Config": [{ "Subnet": "fd00::/64", "Gateway": "fd00::1" }, { "Subnet": "172.18.0.0/16", "Gateway": "172.18.0.1" }] } }]""")!;

    private static readonly JsonNode Podman = JsonNode.Parse("""[{ "subnets": [{ "subnet": "10.89.0.0/24", "gateway": "10.89.0.1" }] }]""")!;

    [Theory]
    [InlineData("docker", "172.18.0.1", "172.18.0.9")]
    [InlineData("podman", "10.89.0.1", "10.89.0.9")]
    public void Find_GatewayOfThisMachine_IsTheAddressAndTakesItsNetworkAlone(string engine, string gateway, string container)
    {
        var route = HostRoute.Find(engine, engine == "docker" ? Docker : Podman, linux: true, rights: false, [Outward, IPAddress.Parse(gateway)]);

        Assert.Equal((gateway, IPAddress.Parse(gateway)), (route.Host, route.Listen));
        Assert.True(route.Takes(IPAddress.Parse(container)));
        Assert.True(route.Takes(IPAddress.Parse(gateway)));
        Assert.False(route.Takes(IPAddress.Parse("192.0.2.8")));
    }

    [Fact]
    public void Find_WithRights_IsTheGatewayThoughNoContainerHasBroughtItYet() =>
        Assert.Equal(IPAddress.Parse("10.89.0.1"), HostRoute.Find("podman", Podman, linux: true, rights: true, [Outward]).Listen);

    [Theory]
    [InlineData("docker", "192.0.2.7")]
    [InlineData("podman", "host.containers.internal")]
    public void Find_WithoutRights_IsTheOutwardAddressAndTakesThisMachineAlone(string engine, string host)
    {
        var route = HostRoute.Find(engine, engine == "docker" ? Docker : Podman, linux: true, rights: false, [Outward, IPAddress.Loopback]);

        Assert.Equal((host, Outward), (route.Host, route.Listen));
        Assert.True(route.Takes(Outward));
        Assert.False(route.Takes(IPAddress.Parse("192.0.2.8")));
        Assert.False(route.Takes(IPAddress.Parse("10.89.0.9")));
    }

    [Theory]
    [InlineData("docker", "host.docker.internal")]
    [InlineData("podman", "host.containers.internal")]
    public void Find_VirtualMachine_NeedsNoRelay(string engine, string host) =>
        Assert.Equal(new HostRoute(host, null, null), HostRoute.Find(engine, Docker, linux: false, rights: false, [Outward]));

    [Fact]
    public void Find_NoNetwork_SaysSo() =>
        Assert.Equal("LF5495", Assert.Throws<LandfallException>(() => HostRoute.Find("podman", Podman, linux: true, rights: false, [IPAddress.Loopback])).Code);
}
