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
