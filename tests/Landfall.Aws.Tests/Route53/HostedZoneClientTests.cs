using Landfall.Aws.Route53;

namespace Landfall.Aws.Tests.Route53;

public sealed class HostedZoneClientTests
{
    [Theory]
    [InlineData("example.com")]
    [InlineData("example.com.")]
    public async Task FindIdAsync_PublicZoneBehindAPrivateOne_IsFound(string name)
    {
        using var aws = HttpStub.InTurn(Zones(Zone("Z1", "example.com.", "true"), Zone("Z2", "example.com.", "false"), Zone("Z3", "example.org.", "false")));

        Assert.Equal("Z2", await FindAsync(aws, name));

        var request = Assert.Single(aws.Requests);
        Assert.Equal("GET", request.Method);
        Assert.Equal($"/2013-04-01/hostedzonesbyname?dnsname={name}&maxitems=100", request.PathAndQuery);
        // Route 53 is one for the whole world and is signed for in us-east-1.
        Assert.Contains("/us-east-1/route53/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindIdAsync_ZoneWithoutConfig_IsPublic()
    {
        using var aws = HttpStub.InTurn(Zones("<HostedZone><Id>/hostedzone/Z4</Id><Name>example.com.</Name></HostedZone>"));

        Assert.Equal("Z4", await FindAsync(aws, "example.com"));
    }

    [Fact]
    public async Task FindIdAsync_OtherNamesOnly_IsNull()
    {
        using var aws = HttpStub.InTurn(Zones(Zone("Z3", "sub.example.com.", "false"), "<HostedZone/>"));

        Assert.Null(await FindAsync(aws, "example.com"));
    }

    [Fact]
    public async Task FindIdAsync_ServerErrorAtFirst_AsksAgain()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(500, ""), Zones(Zone("Z1", "example.com.", "false")));

        Assert.Equal("Z1", await FindAsync(aws, "example.com"));
    }

    [Fact]
    public async Task FindIdAsync_NotAllowed_NamesTheOperation()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(403, "<ErrorResponse><Error><Code>AccessDenied</Code><Message>No.</Message></Error></ErrorResponse>"));

        var e = await Assert.ThrowsAsync<AwsException>(() => FindAsync(aws, "example.com"));

        Assert.Equal("route53:ListHostedZonesByName failed with AccessDenied: No.", e.Message);
    }

    private static string Zone(string id, string name, string isPrivate) =>
        $"<HostedZone><Id>/hostedzone/{id}</Id><Name>{name}</Name><Config><PrivateZone>{isPrivate}</PrivateZone></Config></HostedZone>";

    private static StubAnswer Zones(params string[] zones) => new(
        200,
        $"<ListHostedZonesByNameResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><HostedZones>{string.Concat(zones)}</HostedZones></ListHostedZonesByNameResponse>");

    private static async Task<string?> FindAsync(HttpStub aws, string name)
    {
        using var session = StubSession.To(aws);
        return await new HostedZoneClient(session).FindIdAsync(name, TestContext.Current.CancellationToken);
    }
}
