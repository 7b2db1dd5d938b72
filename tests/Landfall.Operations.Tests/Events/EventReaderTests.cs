using Landfall.Config.Plan;
using Landfall.Operations.Events;
using Landfall.Operations.Tests.Deployment;

namespace Landfall.Operations.Tests.Events;

public sealed class EventReaderTests : IDisposable
{
    private static readonly DateTimeOffset Since = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly StubAws _aws = new();
    private readonly AppPlan _plan = PlainPlan.Create();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task ReadAsync_WhatEachHasNoted_IsOneInOrderOfTime()
    {
        Noted();

        var events = await ReadAsync(all: true);

        Assert.Equal(
            [
                ("cloudformation", "shop-dev-api", "UPDATE_IN_PROGRESS: User Initiated"),
                ("ecs", "api", "(service api) has started 1 tasks."),
                ("task", "api", "1 ended: Essential container in task exited; api: exit code 3"),
                ("alarm", "shop-dev-api-Fault", "ALARM: r"),
                ("cloudformation", "shop-dev-api", "Service UPDATE_FAILED: no"),
            ],
            events.Events.Select(e => (e.Source, e.Subject, e.Message)));
        Assert.Empty(events.Unread);
    }

    [Fact]
    public async Task ReadAsync_OnePartIsRefused_NamesTheActionAndShowsTheRest()
    {
        Noted();
        _aws.Deny("DescribeStackEvents", "cloudformation:DescribeStackEvents");

        var events = await ReadAsync(all: true);

        Assert.Equal(["ecs", "task", "alarm"], events.Events.Select(e => e.Source));
        Assert.Contains("cloudformation:DescribeStackEvents", Assert.Single(events.Unread).Reason, StringComparison.Ordinal);
    }

    private Task<EnvironmentEvents> ReadAsync(bool all) => new EventReader(_aws.Target, _plan, _plan.Services, all).ReadAsync(Since, TestContext.Current.CancellationToken);

    private void Noted() => _aws
        .On("DescribeServices", $$"""{"services":[{"serviceName":"api","status":"ACTIVE","desiredCount":1,"events":[{"id":"1","createdAt":{{At(2)}},"message":"(service api) has started 1 tasks."},{"id":"0","createdAt":{{At(-1)}},"message":"before"}]}]}""")
        .On("ListTasks", request => new StubAnswer(200, request.Body.Contains("STOPPED", StringComparison.Ordinal) ? """{"taskArns":["t/1"]}""" : "{}"))
        .On("DescribeTasks", $$"""{"tasks":[{"taskArn":"t/1","group":"service:api","lastStatus":"STOPPED","stopCode":"EssentialContainerExited","stoppedReason":"Essential container in task exited","stoppedAt":{{At(3)}},"containers":[{"name":"api","exitCode":3}]}]}""")
        .On("DescribeAlarms", "<R><MetricAlarms><member><AlarmName>shop-dev-api-Fault</AlarmName><StateValue>ALARM</StateValue><StateReason>r</StateReason><StateUpdatedTimestamp>2026-03-01T12:04:00Z</StateUpdatedTimestamp></member></MetricAlarms></R>")
        .On("DescribeStacks", """
            <R><Stacks><member><StackName>shop-dev-api</StackName><StackId>id</StackId><StackStatus>UPDATE_COMPLETE</StackStatus><CreationTime>2026-03-01T12:05:00Z</CreationTime>
            <Tags><member><Key>landfall:app</Key><Value>shop</Value></member><member><Key>landfall:environment</Key><Value>dev</Value></member></Tags></member></Stacks></R>
            """)
        .On("DescribeStackEvents", """
            <R><StackEvents>
            <member><EventId>3</EventId><Timestamp>2026-03-01T12:05:00Z</Timestamp><LogicalResourceId>Service</LogicalResourceId><ResourceStatus>UPDATE_FAILED</ResourceStatus><ResourceStatusReason>no</ResourceStatusReason></member>
            <member><EventId>2</EventId><Timestamp>2026-03-01T12:02:00Z</Timestamp><LogicalResourceId>Rule</LogicalResourceId><ResourceStatus>UPDATE_COMPLETE</ResourceStatus></member>
            <member><EventId>1</EventId><Timestamp>2026-03-01T12:01:00Z</Timestamp><LogicalResourceId>shop-dev-api</LogicalResourceId><PhysicalResourceId>id</PhysicalResourceId><ResourceStatus>UPDATE_IN_PROGRESS</ResourceStatus><ResourceStatusReason>User Initiated</ResourceStatusReason></member>
            </StackEvents></R>
            """);

    private static long At(int minute) => Since.AddMinutes(minute).ToUnixTimeSeconds();
}
