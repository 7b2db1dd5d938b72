using System.Text.Json.Nodes;
using Landfall.Aws.Containers;

namespace Landfall.Aws.Tests.Containers;

public sealed class ContainerServiceClientTests
{
    [Fact]
    public async Task ListStoppedAsync_TasksThatEnded_GivesReasonsTheLastFirst()
    {
        using var aws = HttpStub.InTurn(
            new StubAnswer(200, """{"taskArns":["arn:aws:ecs:eu-west-1:1:task/shop/a","arn:aws:ecs:eu-west-1:1:task/shop/b"]}"""),
            new StubAnswer(200, """
                {"tasks":[
                  {"taskArn":"arn:aws:ecs:eu-west-1:1:task/shop/a","taskDefinitionArn":"td:1","group":"service:api","lastStatus":"STOPPED",
                   "stopCode":"EssentialContainerExited","stoppedReason":"Essential container in task exited","createdAt":1767225600.5,
                   "containers":[{"name":"api","exitCode":3},{"name":"helper","reason":"CannotPullContainerError: no"}]},
                  {"taskArn":"arn:aws:ecs:eu-west-1:1:task/shop/b","group":"service:api","lastStatus":"STOPPED","createdAt":1767225700},
                  {"taskArn":"arn:aws:ecs:eu-west-1:1:task/shop/c","group":"service:api","lastStatus":"DEPROVISIONING","createdAt":1767225800}]}
                """));

        var tasks = await new ContainerServiceClient(StubSession.To(aws)).ListStoppedAsync("shop", "api", TestContext.Current.CancellationToken);

        Assert.Equal(["b", "a"], tasks.Select(t => t.Id));
        Assert.Equal(("EssentialContainerExited", "td:1", "service:api"), (tasks[1].StopCode, tasks[1].TaskDefinition, tasks[1].Group));
        Assert.Equal([new StoppedContainer("api", 3, null), new StoppedContainer("helper", null, "CannotPullContainerError: no")], tasks[1].Containers);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), tasks[1].Created);
        var listed = JsonNode.Parse(aws.Requests[0].Body)!;
        Assert.Equal(("shop", "api", "STOPPED"), ((string?)listed["cluster"], (string?)listed["serviceName"], (string?)listed["desiredStatus"]));
        Assert.Equal("AmazonEC2ContainerServiceV20141113.DescribeTasks", aws.Requests[1].Headers["X-Amz-Target"]);
    }

    [Fact]
    public async Task ListStoppedAsync_NoneEnded_AsksForNoDetails()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, """{"taskArns":[]}"""));

        Assert.Empty(await new ContainerServiceClient(StubSession.To(aws)).ListStoppedAsync("shop", "api", TestContext.Current.CancellationToken));

        Assert.Single(aws.Requests);
    }

    [Fact]
    public async Task FindServiceAsync_NoSuchService_GivesNull()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, """{"services":[],"failures":[{"reason":"MISSING"}]}"""));

        Assert.Null(await new ContainerServiceClient(StubSession.To(aws)).FindServiceAsync("shop", "api", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("ACTIVE", true)]
    [InlineData("DRAINING", true)]
    [InlineData("INACTIVE", false)]
    public async Task FindServiceAsync_Status_FindsWhatIsNotDeleted(string status, bool found)
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, $$"""{"services":[{"status":"{{status}}","taskDefinition":"td:1","desiredCount":3}]}"""));

        var service = await new ContainerServiceClient(StubSession.To(aws)).FindServiceAsync("shop", "api", TestContext.Current.CancellationToken);

        Assert.Equal(found ? 3 : null, service?.DesiredCount);
    }

    [Fact]
    public async Task SetDesiredCountAsync_Service_ChangesNothingElse()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, "{}"));

        await new ContainerServiceClient(StubSession.To(aws)).SetDesiredCountAsync("shop", "api", 0, TestContext.Current.CancellationToken);

        Assert.Equal("AmazonEC2ContainerServiceV20141113.UpdateService", aws.Requests[0].Headers["X-Amz-Target"]);
        Assert.Equal("""{"cluster":"shop","service":"api","desiredCount":0}""", aws.Requests[0].Body);
    }

    [Fact]
    public async Task ListLogsAsync_ContainersWithAndWithoutLogs_GivesWhereTheLogsAre()
    {
        using var aws = HttpStub.InTurn(new StubAnswer(200, """
            {"taskDefinition":{"containerDefinitions":[
              {"name":"api","logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"/shop/api","awslogs-stream-prefix":"api"}}},
              {"name":"quiet"}]}}
            """));

        var log = Assert.Single(await new ContainerServiceClient(StubSession.To(aws)).ListLogsAsync("td:1", TestContext.Current.CancellationToken));

        Assert.Equal(("/shop/api", "api/api/0af1"), (log.Group, log.StreamOf("0af1")));
    }
}
