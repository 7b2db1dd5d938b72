using Landfall.Aws.Route53;

namespace Landfall.Aws.Tests.Route53;

public sealed class HostedZoneClientTests
{
    [Fact]
    public async Task ListPublicAsync_SeveralPages_GivesThePublicZonesOfAll()
    {
        using var aws = HttpStub.InTurn(
            Zones("<IsTruncated>true</IsTruncated><NextMarker>Z2/</NextMarker>", Zone("Z1", "example.com.", "true"), Zone("Z2", "example.com.", "false")),
            Zones("<IsTruncated>false</IsTruncated>", "<HostedZone><Id>/hostedzone/Z4</Id><Name>a.example.com.</Name></HostedZone>"));

        Assert.Equal([new HostedZone("a.example.com", "Z4"), new HostedZone("example.com", "Z2")], await ListAsync(aws));

        Assert.Equal(["/2013-04-01/hostedzone?maxitems=100", "/2013-04-01/hostedzone?marker=Z2%2F&maxitems=100"], aws.Requests.Select(request => request.PathAndQuery));
        // Route 53 is one for the whole world and is signed for in us-east-1.
        Assert.Contains("/us-east-1/route53/aws4_request", aws.Requests[0].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListPublicAsync_ServerErrorAtFirst_AsksAgain()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(500, ""), Zones("", Zone("Z1", "example.com.", "false")));

        Assert.Equal([new HostedZone("example.com", "Z1")], await ListAsync(aws));
    }

    [Fact]
    public async Task ListPublicAsync_NotAllowed_NamesTheOperation()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(403, "<ErrorResponse><Error><Code>AccessDenied</Code><Message>No.</Message></Error></ErrorResponse>"));

        var e = await Assert.ThrowsAsync<AwsException>(() => ListAsync(aws));

        Assert.Equal("route53:ListHostedZones failed with AccessDenied: No.", e.Message);
    }

    private static string Zone(string id, string name, string isPrivate) =>
        $"<HostedZone><Id>/hostedzone/{id}</Id><Name>{name}</Name><Config><PrivateZone>{isPrivate}</PrivateZone></Config></HostedZone>";

    private static StubAnswer Zones(string page, params string[] zones) => new(
        200,
        $"<ListHostedZonesResponse xmlns=\"https://route53.amazonaws.com/doc/2013-04-01/\"><HostedZones>{string.Concat(zones)}</HostedZones>{page}</ListHostedZonesResponse>");

    private static async Task<IReadOnlyList<HostedZone>> ListAsync(HttpStub aws)
    {
        using var session = StubSession.To(aws);
        return await new HostedZoneClient(session).ListPublicAsync(TestContext.Current.CancellationToken);
    }
}
