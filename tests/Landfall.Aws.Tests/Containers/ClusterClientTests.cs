using System.Text.Json.Nodes;
using Landfall.Aws.Containers;

namespace Landfall.Aws.Tests.Containers;

public sealed class ClusterClientTests
{
    [Fact]
    public async Task ListServicesAsync_MoreThanTen_AsksInTensAndReadsEach()
    {
        using var aws = HttpStub.Answering(request => new StubAnswer(
            200, $"{{\"services\":[{string.Join(',', JsonNode.Parse(request.Body)!["services"]!.AsArray().Select(name => Service((string)name!)))}]}}"));

        var services = await new ClusterClient(StubSession.To(aws)).ListServicesAsync("shop-dev", Enumerable.Range(0, 11).Select(i => $"s{i}"), TestContext.Current.CancellationToken);

        Assert.Equal([10, 1], aws.Requests.Select(r => JsonNode.Parse(r.Body)!["services"]!.AsArray().Count).OrderDescending());
        Assert.Equal(10, services.Count);
        Assert.DoesNotContain(services, s => s.Name == "s3");
        var one = services[0];
        Assert.Equal((3, 2, 1, "arn:d"), (one.DesiredCount, one.RunningCount, one.PendingCount, one.CurrentRollout));
        Assert.Equal(["tg1", "tg2"], one.TargetGroups);
        Assert.Equal(new ServiceVersion("new", "PRIMARY", "td", "FAILED", "why", 4, new DateTimeOffset(2026, 1, 1, 0, 0, 0, 500, TimeSpan.Zero)), one.Versions[0]);
        Assert.Equal(new ServiceEvent("e", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), "(service x) has reached a steady state."), Assert.Single(one.Events));
    }

    [Fact]
    public async Task ListRunningAsync_SeveralPages_DescribesEachAndLeavesOutWhatHasEnded()
    {
        using var aws = HttpStub.InTurn(
            new StubAnswer(200, """{"taskArns":["t/1"],"nextToken":"more"}"""),
            new StubAnswer(200, """{"tasks":[{"taskArn":"t/1","group":"service:api","taskDefinitionArn":"td","lastStatus":"RUNNING","healthStatus":"UNHEALTHY","createdAt":5,"containers":[{"name":"api","lastStatus":"RUNNING","healthStatus":"UNHEALTHY","image":"nginx"}]}]}"""),
            new StubAnswer(200, """{"taskArns":["t/2"]}"""),
            new StubAnswer(200, """{"tasks":[{"taskArn":"t/2","lastStatus":"STOPPED"}]}"""));

        var task = Assert.Single(await new ClusterClient(StubSession.To(aws)).ListRunningAsync("shop-dev", TestContext.Current.CancellationToken));

        Assert.Equal(("1", "service:api", "RUNNING", "UNHEALTHY", DateTimeOffset.FromUnixTimeSeconds(5)), (task.Id, task.Group, task.Status, task.Health, task.Created));
        Assert.Equal(new RunningContainer("api", "RUNNING", "UNHEALTHY") { Image = "nginx" }, Assert.Single(task.Containers));
        Assert.Equal("more", (string?)JsonNode.Parse(aws.Requests[2].Body)!["nextToken"]);
    }

    [Fact]
    public async Task ListStoppedAsync_Tasks_AreTheLastFirst()
    {
        using var aws = HttpStub.InTurn(
            new StubAnswer(200, """{"taskArns":["t/1","t/2"]}"""),
            new StubAnswer(200, """{"tasks":[{"taskArn":"t/1","lastStatus":"STOPPED","createdAt":1,"stoppedAt":9},{"taskArn":"t/2","lastStatus":"STOPPED","createdAt":2}]}"""));

        var tasks = await new ClusterClient(StubSession.To(aws)).ListStoppedAsync("shop-dev", TestContext.Current.CancellationToken);

        Assert.Equal([("2", null), ("1", DateTimeOffset.FromUnixTimeSeconds(9))], tasks.Select(t => (t.Id, t.Ended)));
        Assert.Contains("\"desiredStatus\":\"STOPPED\"", aws.Requests[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListAsync_ClusterIsGone_GivesNothing()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(400, """{"__type":"ClusterNotFoundException","message":"Cluster not found."}"""));
        var client = new ClusterClient(StubSession.To(aws));

        Assert.Empty(await client.ListServicesAsync("shop-dev", ["api"], TestContext.Current.CancellationToken));
        Assert.Empty(await client.ListRunningAsync("shop-dev", TestContext.Current.CancellationToken));
        Assert.Empty(await client.ListRolloutsAsync("shop-dev", "api", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ListRolloutsAsync_OfAService_ReadsHowFarEachIs()
    {
        using var aws = HttpStub.InTurn(
            new StubAnswer(200, """{"serviceDeployments":[{"serviceDeploymentArn":"arn:d/1"},{"serviceDeploymentArn":"arn:d/2"}]}"""),
            new StubAnswer(200, """
                {"serviceDeployments":[
                  {"serviceDeploymentArn":"arn:d/1","serviceArn":"arn:s/shop-dev/api","status":"SUCCESSFUL","startedAt":10,"finishedAt":20,"updatedAt":20},
                  {"serviceDeploymentArn":"arn:d/2","serviceArn":"arn:s/shop-dev/api","status":"IN_PROGRESS","statusReason":"r","lifecycleStage":"BAKE_TIME","startedAt":30,"updatedAt":40,
                   "targetServiceRevision":{"requestedProductionTrafficWeight":12.5},"deploymentConfiguration":{"bakeTimeInMinutes":10},
                   "deploymentCircuitBreaker":{"failureCount":1,"threshold":3},"alarms":{"triggeredAlarmNames":["a"]},
                   "lifecycleHookDetails":[{"hookId":"h","targetType":"PAUSE","status":"AWAITING_ACTION","timeoutAction":"ROLLBACK"}]}]}
                """));

        var rollouts = await new ClusterClient(StubSession.To(aws)).ListRolloutsAsync("shop-dev", "api", TestContext.Current.CancellationToken);

        var now = rollouts[0];
        Assert.Equal(("arn:d/2", "api", "IN_PROGRESS", "r", "BAKE_TIME", true), (now.Arn, now.Service, now.Status, now.Reason, now.Stage, now.IsAtWork));
        Assert.Equal((12.5, TimeSpan.FromMinutes(10), (1, 3)), (now.Traffic, now.Bake, now.Failures));
        Assert.Equal(["a"], now.Alarms);
        Assert.Equal("h", now.Pause!.Hook);
        Assert.Equal((false, DateTimeOffset.FromUnixTimeSeconds(20)), (rollouts[1].IsAtWork, rollouts[1].Finished));
    }

    private static string Service(string name) => $$"""
        {"serviceName":"{{name}}","status":"{{(name == "s3" ? "INACTIVE" : "ACTIVE")}}","taskDefinition":"td","desiredCount":3,"runningCount":2,"pendingCount":1,
         "currentServiceDeployment":"arn:d",
         "loadBalancers":[{"targetGroupArn":"tg1","advancedConfiguration":{"alternateTargetGroupArn":"tg2"} }],
         "deployments":[{"id":"old","status":"ACTIVE","createdAt":1},{"id":"new","status":"PRIMARY","taskDefinition":"td","rolloutState":"FAILED","rolloutStateReason":"why","failedTasks":4,"createdAt":1767225600.5}],
         "events":[{"id":"e","createdAt":1767225600,"message":"(service x) has reached a steady state."}]}
        """;
}
