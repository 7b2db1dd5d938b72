using System.Text.Json.Nodes;
using Landfall.Aws.Containers;

namespace Landfall.Aws.Tests.Containers;

public sealed class RolloutClientTests
{
    private const string Listed = """{"serviceDeployments":[{"serviceDeploymentArn":"arn:d/1"},{"serviceDeploymentArn":"arn:d/2"}]}""";

    [Fact]
    public async Task FindPausedAsync_OneWaits_GivesWhereAndHowLong()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, Listed), new StubAnswer(200, """
            {"serviceDeployments":[
              {"serviceDeploymentArn":"arn:d/1","lifecycleStage":"PRE_SCALE_UP","lifecycleHookDetails":[
                {"hookId":"done","targetType":"PAUSE","status":"SUCCEEDED"},{"hookId":"function","targetType":"AWS_LAMBDA","status":"AWAITING_ACTION"}]},
              {"serviceDeploymentArn":"arn:d/2","lifecycleStage":"POST_SCALE_UP","lifecycleHookDetails":[
                {"hookId":"h","targetType":"PAUSE","status":"AWAITING_ACTION","expiresAt":1767225600.5,"timeoutAction":"ROLLBACK"}]}]}
            """));

        var paused = await new RolloutClient(StubSession.To(aws)).FindPausedAsync("shop-dev", "api", TestContext.Current.CancellationToken);

        Assert.Equal(new PausedRollout("arn:d/2", "h", "POST_SCALE_UP", new DateTimeOffset(2026, 1, 1, 0, 0, 0, 500, TimeSpan.Zero), "ROLLBACK"), paused);
        Assert.Equal("""{"cluster":"shop-dev","service":"api","status":["IN_PROGRESS"]}""", aws.Requests[0].Body);
        Assert.Equal("""{"serviceDeploymentArns":["arn:d/1","arn:d/2"]}""", aws.Requests[1].Body);
        Assert.Equal("AmazonEC2ContainerServiceV20141113.DescribeServiceDeployments", aws.Requests[1].Headers["X-Amz-Target"]);
    }

    [Fact]
    public async Task FindPausedAsync_NoDeployment_AsksForNoDetails()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, """{"serviceDeployments":[]}"""));

        Assert.Null(await new RolloutClient(StubSession.To(aws)).FindPausedAsync("shop-dev", "api", TestContext.Current.CancellationToken));
        Assert.Single(aws.Requests);
    }

    [Fact]
    public async Task FindShiftAsync_TwoVersions_GivesTheirTargetGroupsAsCloudWatchCallsThem()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, Listed), new StubAnswer(200, """
            {"serviceDeployments":[{"serviceDeploymentArn":"arn:d/1","createdAt":1767225500,"startedAt":1767225600.5,
              "sourceServiceRevisions":[{"arn":"arn:r/1","requestedProductionTrafficWeight":90}],
              "targetServiceRevision":{"arn":"arn:r/2","requestedProductionTrafficWeight":10.0}}]}
            """), new StubAnswer(200, """
            {"serviceRevisions":[
              {"serviceRevisionArn":"arn:r/2","resolvedConfiguration":{"loadBalancers":[
                {"targetGroupArn":"arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/green/22","productionListenerRule":"arn:aws:elasticloadbalancing:eu-west-1:1:listener-rule/app/shop/b/l/r"}]}},
              {"serviceRevisionArn":"arn:r/1","resolvedConfiguration":{"loadBalancers":[
                {"targetGroupArn":"arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/blue/11","productionListenerRule":"arn:aws:elasticloadbalancing:eu-west-1:1:listener/app/shop/b/l"}]}}]}
            """));

        var shift = await new RolloutClient(StubSession.To(aws)).FindShiftAsync("shop-dev", "api", TestContext.Current.CancellationToken);

        Assert.Equal(("arn:d/1", new DateTimeOffset(2026, 1, 1, 0, 0, 0, 500, TimeSpan.Zero), 10), (shift!.Deployment, shift.Started, shift.NewShare));
        Assert.Equal([new ServedGroup("targetgroup/green/22", "app/shop/b")], shift.New);
        Assert.Equal([new ServedGroup("targetgroup/blue/11", "app/shop/b")], shift.Old);
        Assert.Equal("""{"serviceRevisionArns":["arn:r/1","arn:r/2"]}""", aws.Requests[2].Body);
        Assert.Equal("AmazonEC2ContainerServiceV20141113.DescribeServiceRevisions", aws.Requests[2].Headers["X-Amz-Target"]);
    }

    [Theory]
    [InlineData("""{"serviceDeployments":[]}""")]
    [InlineData("""{"serviceDeployments":[{"serviceDeploymentArn":"arn:d/1"}]}""")]
    [InlineData("""{"serviceDeployments":[{"serviceDeploymentArn":"arn:d/1","targetServiceRevision":{"arn":"arn:r/1"}}]}""")]
    [InlineData("""{"serviceDeployments":[{"serviceDeploymentArn":"arn:d/1","targetServiceRevision":{"arn":"arn:r/1"},"sourceServiceRevisions":[{"arn":"arn:r/1"}]}]}""")]
    public async Task FindShiftAsync_NothingBefore_IsNone(string described)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, Listed), new StubAnswer(200, described));

        Assert.Null(await new RolloutClient(StubSession.To(aws)).FindShiftAsync("shop-dev", "api", TestContext.Current.CancellationToken));
        Assert.Equal(2, aws.Requests.Count);
    }

    [Fact]
    public async Task FindShiftAsync_VersionsWithoutLoadBalancer_HaveNoGroups()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, Listed), new StubAnswer(200, """
            {"serviceDeployments":[{"serviceDeploymentArn":"arn:d/1","targetServiceRevision":{"arn":"arn:r/2"},"sourceServiceRevisions":[{"arn":"arn:r/1"}]}]}
            """), new StubAnswer(200, """{"serviceRevisions":[{"serviceRevisionArn":"arn:r/2","resolvedConfiguration":{"loadBalancers":[{"targetGroupArn":"arn:x:targetgroup/g/1"}]}}]}"""));

        var shift = await new RolloutClient(StubSession.To(aws)).FindShiftAsync("shop-dev", "api", TestContext.Current.CancellationToken);

        Assert.Empty(shift!.New);
        Assert.Empty(shift.Old);
        Assert.Equal(0, shift.NewShare);
    }

    [Fact]
    public async Task RollBackAsync_Deployment_IsStoppedSo()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, "{}"));

        await new RolloutClient(StubSession.To(aws)).RollBackAsync("arn:d/2", TestContext.Current.CancellationToken);

        Assert.Equal("""{"serviceDeploymentArn":"arn:d/2","stopType":"ROLLBACK"}""", Assert.Single(aws.Requests).Body);
        Assert.Equal("AmazonEC2ContainerServiceV20141113.StopServiceDeployment", aws.Requests[0].Headers["X-Amz-Target"]);
    }

    [Theory]
    [InlineData(true, "CONTINUE")]
    [InlineData(false, "ROLLBACK")]
    public async Task DecideAsync_Decision_IsSentForThatPause(bool goesOn, string action)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, "{}"));

        await new RolloutClient(StubSession.To(aws)).DecideAsync(new PausedRollout("arn:d/2", "h", "POST_SCALE_UP", null, "ROLLBACK"), goesOn, TestContext.Current.CancellationToken);

        var sent = JsonNode.Parse(Assert.Single(aws.Requests).Body)!;
        Assert.Equal(("arn:d/2", "h", action), ((string?)sent["serviceDeploymentArn"], (string?)sent["hookId"], (string?)sent["action"]));
        Assert.Equal("AmazonEC2ContainerServiceV20141113.ContinueServiceDeployment", aws.Requests[0].Headers["X-Amz-Target"]);
    }
}
