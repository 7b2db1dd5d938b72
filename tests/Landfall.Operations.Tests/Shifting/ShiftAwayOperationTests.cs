using Landfall.Config;
using Landfall.Operations.Projects;
using Landfall.Operations.Shifting;
using Landfall.Operations.Tests.Auditing;
using Landfall.Operations.Tests.Changes;
using Landfall.Operations.Tests.Restoring;

namespace Landfall.Operations.Tests.Shifting;

public sealed class ShiftAwayOperationTests : IDisposable
{
    private const string Arn = "arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/app/shop-web/0a";

    private readonly StubAws _aws = new StubAws().WithEmptyTrail();
    private readonly TemporaryFolder _folder = new();

    public ShiftAwayOperationTests()
    {
        _folder.Write("landfall.yaml", """
            app: shop
            region: eu-west-1
            environments: { dev: { account: "111111111111" } }
            services:
              api: { type: web, image: nginx:1, port: 8080 }
            """);
        _aws.On("DescribeAvailabilityZones", """
            <DescribeAvailabilityZonesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><availabilityZoneInfo>
              <item><zoneName>eu-west-1a</zoneName><zoneId>euw1-az3</zoneId></item><item><zoneName>eu-west-1b</zoneName><zoneId>euw1-az1</zoneId></item><item><zoneName>eu-west-1c</zoneName><zoneId>euw1-az2</zoneId></item>
            </availabilityZoneInfo></DescribeAvailabilityZonesResponse>
            """);
        _aws.On("DescribeStacks", "<R><DescribeStacksResult><Stacks><member><StackName>shop-dev-edge</StackName><StackStatus>CREATE_COMPLETE</StackStatus><CreationTime>2026-03-01T12:00:00Z</CreationTime><Tags><member><Key>landfall:app</Key><Value>shop</Value></member><member><Key>landfall:environment</Key><Value>dev</Value></member></Tags></member></Stacks></DescribeStacksResult></R>");
        Resources($"<member><LogicalResourceId>LB</LogicalResourceId><PhysicalResourceId>{Arn}</PhysicalResourceId><ResourceType>AWS::ElasticLoadBalancingV2::LoadBalancer</ResourceType><ResourceStatus>CREATE_COMPLETE</ResourceStatus></member>");
        Managed("\"euw1-az3\",\"euw1-az1\"");
        Active("");
        _aws.On("/zonalshifts", $$"""{"zonalShiftId":"7","resourceIdentifier":"{{Arn}}","awayFrom":"euw1-az3","expiryTime":1772366400}""");
        _aws.On("/zonalshifts/7", "{}");
        _aws.On("DescribeServices", """{"services":[{"serviceName":"api","status":"ACTIVE","loadBalancers":[{"targetGroupArn":"g"}]}]}""");
        _aws.On("ListTasks", """{"taskArns":["t1","t2"]}""");
        Tasks("eu-west-1a", "eu-west-1b");
        Limits(10);
    }

    public void Dispose()
    {
        _aws.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("eu-west-1a")]
    [InlineData("euw1-az3")]
    public async Task Run_ZoneByNameOrId_IsShiftedAndWrittenDown(string zone)
    {
        var watcher = new Answering(true);

        var report = await RunAsync(watcher, zone, length: "2h");

        Assert.Equal((true, "eu-west-1a", "euw1-az3"), (report.Changed, report.Zone, report.ZoneId));
        Assert.Equal(("shop-web", null, "euw1-az3"), (report.Balancers[0].Name, report.Balancers[0].Before, report.Balancers[0].After));
        Assert.Contains("\"awayFrom\":\"euw1-az3\",\"expiresIn\":\"120m\"", Assert.Single(_aws.Bodies("/zonalshifts")), StringComparison.Ordinal);
        Assert.Matches("^Keep traffic of shop dev away from eu-west-1a \\(euw1-az3\\) until [0-9-]+ [0-9:]+ UTC\\?$", Assert.Single(watcher.Asked).Text);
        Assert.Contains("away from eu-west-1a until", Entry(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Capacity_IsCountedByZone()
    {
        var service = Assert.Single((await RunAsync(new Answering(true))).Services);

        Assert.Equal(("api", 1, 1, 10, null), (service.Service, service.InZone, service.Elsewhere, service.Most, service.Warning));
    }

    [Theory]
    [InlineData("eu-west-1a", 10, "All tasks of api are in the zone, so that nobody answers.")]
    [InlineData("eu-west-1b", 2, "api runs as many tasks as its scaling allows (2): 1 task in other zones have to do the work of 2.")]
    [InlineData("eu-west-1b", null, "api does not scale: 1 task in other zones have to do the work of 2.")]
    public async Task Run_CapacityThatWillNotDo_IsInTheQuestion(string second, int? most, string warning)
    {
        Tasks("eu-west-1a", second);
        Limits(most);
        var watcher = new Answering(true);

        await RunAsync(watcher);

        Assert.EndsWith($"? {warning}", Assert.Single(watcher.Asked).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_DryRun_SaysWhatIsLeftAndAsksNobody()
    {
        var report = await RunAsync(new Answering(null), dryRun: true);

        Assert.Equal((true, false, "euw1-az3"), (report.DryRun, report.Changed, report.Balancers[0].After));
        Assert.Empty(_aws.Bodies("/zonalshifts"));
    }

    [Fact]
    public async Task Run_NotAgreedTo_ShiftsNothing()
    {
        var refused = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(false)));

        Assert.Equal((ErrorCodes.NotAgreed, "Traffic goes as it did."), (refused.Code, refused.Message));
        Assert.Empty(_aws.Bodies("/zonalshifts"));
    }

    [Fact]
    public async Task Run_AwayAlready_ChangesNothing()
    {
        Active("euw1-az3");

        var report = await RunAsync(new Answering(null));

        Assert.False(report.Changed);
        Assert.Equal(2026, report.Balancers[0].Until!.Value.Year);
        Assert.Empty(_aws.Bodies("/zonalshifts"));
    }

    [Fact]
    public async Task Run_AwayFromAnotherZone_IsRefusedAndSaysHowToEndThat()
    {
        Active("euw1-az1");

        var refused = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true)));

        Assert.Equal(ErrorCodes.ShiftConflict, refused.Code);
        Assert.Equal("shop-web keeps away from euw1-az1 already, until 2026-03-01 12:00 UTC, and can from one zone only. 'landfall shift-away euw1-az1 --end' lets traffic back there first.", refused.Message);
    }

    [Fact]
    public async Task Run_End_CancelsTheShiftOfThatZone()
    {
        Active("euw1-az3");
        var watcher = new Answering(true);

        var report = await RunAsync(watcher, end: true);

        Assert.Equal((true, "euw1-az3", null), (report.Changed, report.Balancers[0].Before, report.Balancers[0].After));
        Assert.Contains("/zonalshifts/7", _aws.Asked);
        Assert.Equal("Let traffic of shop dev back into eu-west-1a (euw1-az3)?", Assert.Single(watcher.Asked).Text);
        Assert.Contains("\"after\":\"all zones\"", Entry(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("euw1-az1")]
    public async Task Run_EndWithoutAShiftOfThatZone_ChangesNothing(string active)
    {
        Active(active);

        Assert.False((await RunAsync(new Answering(null), end: true)).Changed);
        Assert.DoesNotContain("/zonalshifts/7", _aws.Asked);
    }

    [Theory]
    [InlineData("eu-west-1z", "'eu-west-1z' is no zone of eu-west-1 that this account has. It has eu-west-1a (euw1-az3), eu-west-1b (euw1-az1), eu-west-1c (euw1-az2).")]
    [InlineData("eu-west-1c", "No load balancer of shop dev is in eu-west-1c (euw1-az2). They are in eu-west-1a, eu-west-1b.")]
    public async Task Run_ZoneThatIsNone_SaysWhichThereAre(string zone, string message)
    {
        var refused = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true), zone));

        Assert.Equal((ErrorCodes.ShiftChoice, message), (refused.Code, refused.Message));
    }

    [Fact]
    public async Task Run_BalancerThatTakesNoShifts_SaysHowToTurnThemOn()
    {
        _aws.On("/managedresources", """{"items":[]}""");

        var refused = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true)));

        Assert.Equal(ErrorCodes.ShiftClosed, refused.Code);
        Assert.Contains("shop-web does not take zonal shifts yet. 'landfall deploy --env dev' turns them on", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoBalancer_SaysSo()
    {
        Resources("");

        Assert.Contains("has no load balancer", (await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ShiftedByAnotherInThisMoment_SaysSoAndIsInTheTrailAsFailed()
    {
        _aws.On("/zonalshifts", """{"message":"A zonal shift is already in progress.","reason":"ZonalShiftAlreadyExists"}""", 409);

        var refused = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true)));

        Assert.Equal(ErrorCodes.ShiftConflict, refused.Code);
        Assert.Contains("\"outcome\":\"failed\"", Entry(), StringComparison.Ordinal);
        Assert.Contains("\"after\":\"all zones\"", Entry(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Denied_NamesTheAction()
    {
        _aws.On("/zonalshifts", """{"message":"User: ada is not authorized to perform: arc-zonal-shift:StartZonalShift on resource: x"}""", 403);

        var failed = await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(new Answering(true)));

        Assert.Contains("lack the permission 'arc-zonal-shift:StartZonalShift'", AwsFailure.Of(failed)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_EndWithALength_IsRefused() =>
        Assert.Equal(ErrorCodes.ShiftChoice, (await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true), length: "1h", end: true))).Code);

    [Theory]
    [InlineData(null, 180)]
    [InlineData("1m", 1)]
    [InlineData("90m", 90)]
    [InlineData("3d", 4320)]
    public void Minutes_LengthThatArcTakes_IsCounted(string? text, int minutes) => Assert.Equal(minutes, ShiftLength.Minutes(text));

    [Theory]
    [InlineData("30s")]
    [InlineData("90s")]
    [InlineData("4d")]
    [InlineData("long")]
    public void Minutes_LengthThatArcDoesNotTake_IsRefused(string text) =>
        Assert.Equal(ErrorCodes.ShiftChoice, Assert.Throws<LandfallException>(() => ShiftLength.Minutes(text)).Code);

    private void Resources(string members) => _aws.On("ListStackResources", $"<R><ListStackResourcesResult><StackResourceSummaries>{members}</StackResourceSummaries></ListStackResourcesResult></R>");

    private void Managed(string zones) => _aws.On("/managedresources", $$"""{"items":[{"arn":"{{Arn}}","availabilityZones":[{{zones}}]}]}""");

    private void Active(string zone) => _aws.On("/zonalshifts?status=ACTIVE", zone.Length == 0
        ? """{"items":[]}"""
        : $$"""{"items":[{"zonalShiftId":"7","resourceIdentifier":"{{Arn}}","awayFrom":"{{zone}}","expiryTime":1772366400,"status":"ACTIVE","comment":""}]}""");

    private void Tasks(string first, string second) => _aws.On("DescribeTasks", $$"""
        {"tasks":[{"taskArn":"t1","group":"service:api","lastStatus":"RUNNING","availabilityZone":"{{first}}"},{"taskArn":"t2","group":"service:api","lastStatus":"RUNNING","availabilityZone":"{{second}}"}]}
        """);

    private void Limits(int? most) => _aws.On("DescribeScalableTargets", most is null
        ? """{"ScalableTargets":[]}"""
        : $$"""{"ScalableTargets":[{"MinCapacity":1,"MaxCapacity":{{most}}}]}""");

    private Task<ShiftReport> RunAsync(Answering watcher, string zone = "eu-west-1a", string? length = null, bool end = false, bool dryRun = false) => new ShiftAwayOperation().RunAsync(
        ProjectLoader.Load(_folder.Path, "dev"),
        _aws.Target,
        new ShiftAwayParameters(zone, _folder.Path, length, end, "dev", Local: false, dryRun),
        Agreed.ToNothing,
        new OperationContext(new Caller("ada", "test"), watcher, new ShortPauses(), TestContext.Current.CancellationToken));

    private string Entry() => Assert.Single(_aws.Bodies("/landfall-audit-111111111111-eu-west-1/shop/dev/0000000001.json"), body => body.Length > 0);
}
