using Landfall.Aws.Zones;

namespace Landfall.Aws.Tests.Zones;

public sealed class ZonalShiftClientTests
{
    private const string Shift = """{"zonalShiftId":"7","resourceIdentifier":"arn","awayFrom":"euw1-az1","expiryTime":1772366400,"startTime":1772355600,"status":"ACTIVE","comment":"c"}""";

    [Fact]
    public async Task StartAsync_LoadBalancer_SaysWhatAndHowLong()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(201, Shift));

        var shift = await new ZonalShiftClient(StubSession.To(aws)).StartAsync("arn", "euw1-az1", "180m", "c", TestContext.Current.CancellationToken);

        Assert.Equal(new ZonalShift("7", "arn", "euw1-az1", new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), "c"), shift);
        Assert.Equal("/zonalshifts", aws.Requests[0].PathAndQuery);
        Assert.Equal("""{"resourceIdentifier":"arn","awayFrom":"euw1-az1","expiresIn":"180m","comment":"c"}""", aws.Requests[0].Body);
    }

    [Fact]
    public async Task CancelAsync_Shift_IsNamedInThePath()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, Shift));

        await new ZonalShiftClient(StubSession.To(aws)).CancelAsync("7", TestContext.Current.CancellationToken);

        Assert.Equal(("/zonalshifts/7", ""), (aws.Requests[0].PathAndQuery, aws.Requests[0].Body));
    }

    [Fact]
    public async Task ListActiveAsync_TwoPages_ListsBoth()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, $$"""{"items":[{{Shift}}],"nextToken":"a b"}"""), new StubAnswer(200, $$"""{"items":[{{Shift}}]}"""));

        Assert.Equal(2, (await new ZonalShiftClient(StubSession.To(aws)).ListActiveAsync(TestContext.Current.CancellationToken)).Count);
        Assert.Equal(["/zonalshifts?status=ACTIVE", "/zonalshifts?nextToken=a%20b&status=ACTIVE"], aws.Requests.Select(request => request.PathAndQuery));
    }

    [Fact]
    public async Task ListManagedAsync_Resources_HaveTheirZones()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, """{"items":[{"arn":"arn","availabilityZones":["euw1-az1","euw1-az2"]}]}"""));

        var managed = Assert.Single(await new ZonalShiftClient(StubSession.To(aws)).ListManagedAsync(TestContext.Current.CancellationToken));

        Assert.Equal("arn", managed.Arn);
        Assert.Equal(["euw1-az1", "euw1-az2"], managed.Zones);
        Assert.Equal("/managedresources", aws.Requests[0].PathAndQuery);
    }

    [Fact]
    public async Task StartAsync_RefusalWhoseKindIsInAHeaderAlone_IsADenial()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(403, """{"message":"User: ada is not authorized to perform: arc-zonal-shift:StartZonalShift on resource: x"}"""));

        var refused = await Assert.ThrowsAsync<AwsException>(() => new ZonalShiftClient(StubSession.To(aws)).StartAsync("arn", "z", "1m", "", TestContext.Current.CancellationToken));

        Assert.Equal("AccessDeniedException", refused.Code);
    }
}
