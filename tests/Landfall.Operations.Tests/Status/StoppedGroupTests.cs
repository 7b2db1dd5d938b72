using Landfall.Aws.Containers;
using Landfall.Operations.Status;

namespace Landfall.Operations.Tests.Status;

public sealed class StoppedGroupTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_TasksThatEndedAlike_AreOneGroupWithItsLastSamples()
    {
        var groups = StoppedGroup.Of([
            Task(1, "Essential container in task exited", new StoppedContainer("api", 3, null)),
            Task(2, "Scaling activity initiated by (deployment ecs-svc/1)", code: "ServiceSchedulerInitiated"),
            Task(3, "Essential container in task exited", new StoppedContainer("api", 3, null)),
            Task(4, "Essential container in task exited", new StoppedContainer("api", 137, "OutOfMemoryError: Container killed due to memory usage")),
            Task(5, "Essential container in task exited", new StoppedContainer("api", 3, null)),
            Task(6, "Essential container in task exited", new StoppedContainer("api", 3, null)),
        ]);

        Assert.Equal(
            [
                ("Essential container in task exited; api: exit code 3", true, 4),
                ("Essential container in task exited; api: exit code 137, OutOfMemoryError: Container killed due to memory usage", true, 1),
                ("Scaling activity initiated by (deployment …)", false, 1),
            ],
            groups.Select(g => (g.Reason, g.Failed, g.Count)));
        Assert.Equal(["1", "3", "5"], groups[0].Samples);
        Assert.Equal(Now.AddMinutes(-1), groups[0].Last);
    }

    [Theory]
    [InlineData("Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/a/b)", "Task failed ELB health checks in (target-group …)")]
    [InlineData("unable to connect to 10.0.3.17 for 0123456789abcdef0123456789abcdef", "unable to connect to … for …")]
    [InlineData("", "EssentialContainerExited")]
    public void ReasonOf_WhatIsTheTasksOwn_IsLeftOut(string reason, string expected) =>
        Assert.Equal(expected, StoppedGroup.ReasonOf(Task(1, reason)));

    [Fact]
    public void ReasonOf_ContainerThatEndedWell_IsNotTold() =>
        Assert.Equal("Essential container in task exited", StoppedGroup.ReasonOf(Task(1, "Essential container in task exited", new StoppedContainer("api", 0, null))));

    private static StoppedTask Task(int number, string reason, StoppedContainer? container = null, string code = "EssentialContainerExited") =>
        new($"task/{number}", "td", "service:api", code, reason, Now.AddMinutes(-number - 1), container is null ? [] : [container]) { Ended = Now.AddMinutes(-number) };
}
