using Landfall.Operator.Signals;
using Landfall.Operator.Sources;

namespace Landfall.Operator.Tests.Sources;

public sealed class ServiceSourceTests : IDisposable
{
    private readonly StubAws _aws = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task ReadAsync_TaskThatFailed_IsASignalWithItsSymptom()
    {
        Service();

        var reading = await ReadAsync();

        Assert.Equal("0 of 1 task runs: Essential container in task exited; api: exit code 3", Assert.Single(reading.Signals).Text);
        Assert.Equal("api", Assert.Single(reading.Symptoms).Node);
        Assert.Empty(reading.Gaps);
    }

    [Fact]
    public async Task ReadAsync_StoppedTasksAreRefused_IsAGapBesideWhatWasRead()
    {
        Service();
        _aws.Deny("ListTasks", "ecs:ListTasks");

        var reading = await ReadAsync();

        Assert.Equal(["stopped tasks", "tasks"], reading.Gaps.Select(gap => gap.What));
        Assert.All(reading.Gaps, gap => Assert.Equal(("ECS services", true), (gap.Source, gap.Reason.Contains("'ecs:ListTasks'", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task ReadAsync_ServicesAreRefused_GuessesNothing()
    {
        _aws.Deny("DescribeServices", "ecs:DescribeServices");

        var reading = await ReadAsync();

        Assert.Empty(reading.Signals);
        Assert.Equal("services", Assert.Single(reading.Gaps).What);
    }

    private Task<SourceReading> ReadAsync() => new ServiceSource(_aws.Target, PlainPlan.Create()).ReadAsync(Scene.Noon, TestContext.Current.CancellationToken);

    private void Service() => _aws
        .On("DescribeServices", """{"services":[{"serviceName":"api","status":"ACTIVE","taskDefinition":"td","desiredCount":1,"runningCount":0}]}""")
        .On("ListTasks", request => new StubAnswer(200, request.Body.Contains("STOPPED", StringComparison.Ordinal) ? """{"taskArns":["t/1"]}""" : "{}"))
        .On("DescribeTasks", """{"tasks":[{"taskArn":"t/1","group":"service:api","lastStatus":"STOPPED","taskDefinitionArn":"td","stopCode":"EssentialContainerExited","stoppedReason":"Essential container in task exited","containers":[{"name":"api","exitCode":3}]}]}""");
}
