using Landfall.AIOps.Changes;
using Landfall.Aws.Containers;
using Landfall.Aws.LoadBalancing;
using Landfall.Config.Plan;
using Landfall.Operations.Status;
using Landfall.Operator.Sources;

namespace Landfall.Operator.Tests.Sources;

public sealed class ServiceSignalsTests
{
    private static readonly AppPlan Plan = PlainPlan.Create("api: { type: web, image: n, health: { path: /, gracePeriod: 1m, interval: 10s, healthyThreshold: 2 } }");

    [Fact]
    public void Of_ServiceThatIsWell_SaysNothing()
    {
        var signals = Of(Service(2, 2));

        Assert.Empty(signals.Signals);
        Assert.Empty(signals.Changes);
        Assert.Empty(signals.Symptoms);
    }

    [Fact]
    public void Of_ServiceAtRest_SaysNothing() => Assert.Empty(Of(Service(0, 0), stopped: [Stopped(1)]).Signals);

    [Fact]
    public void Of_NoTaskRunsAndTheLastFailed_IsDownSinceThenForItsReason()
    {
        var signals = Of(Service(2, 0), stopped: [Stopped(1), Stopped(3)]);

        var signal = Assert.Single(signals.Signals);
        Assert.Equal(("api", "tasks", 0.99, Scene.At(-1)), (signal.Node, signal.Name, signal.Score, signal.Time));
        Assert.Equal("0 of 2 tasks run: Essential container in task exited; api: exit code 3", signal.Text);
        Assert.Equal([Scene.At(-1), Scene.At(-3)], signals.Symptoms.Select(symptom => symptom.Time));
        Assert.All(signals.Symptoms, symptom => Assert.Equal(ChangeKind.Restart, symptom.Kind));
    }

    [Fact]
    public void Of_SomeTasksRun_IsDegraded()
    {
        var signal = Assert.Single(Of(Service(2, 1), stopped: [Stopped(1)]).Signals);

        Assert.Equal((0.95, "1 of 2 tasks run: Essential container in task exited; api: exit code 3"), (signal.Score, signal.Text));
    }

    [Fact]
    public void Of_TargetsAreUnhealthy_NamesTheLoadBalancersReason()
    {
        var signal = Assert.Single(Of(Service(1, 1), targets: [new TargetHealth("10.0.0.1:80", "unhealthy", "Target.ResponseCodeMismatch", "Health checks failed with these codes: [502]")]).Signals);

        Assert.Equal("1 of 1 task runs, 1 of 1 targets unhealthy: Health checks failed with these codes: [502]", signal.Text);
    }

    // Grace and two checks (80 s), and five minutes to place a task.
    [Theory]
    [InlineData(6.3, false)]
    [InlineData(6.4, true)]
    public void Of_NoTaskFailsAndNoneComes_IsAFaultOnceItTakesTooLong(double minutes, bool fault)
    {
        var service = Service(2, 0) with
        {
            Events =
            [
                new ServiceEvent("2", Scene.At(-1), "(service api) was unable to place a task. Reason: Capacity is unavailable at this time."),
                new ServiceEvent("1", Scene.At(-minutes), "(service api) was unable to place a task. Reason: Capacity is unavailable at this time."),
                new ServiceEvent("0", Scene.At(-60), "(service api) has reached a steady state."),
            ],
        };

        var signals = Of(service).Signals;

        Assert.Equal(fault ? 1 : 0, signals.Count);
        if (fault)
        {
            Assert.Equal(0.99, signals[0].Score);
            Assert.Equal("0 of 2 tasks run, none has failed, and they have been about to start for 6 minutes: longer than the 6 minutes that its health checks and the start of a task take; ECS: (service api) was unable to place a task. Reason: Capacity is unavailable at this time.", signals[0].Text);
        }
    }

    [Fact]
    public void Of_TaskIsPendingForTooLong_CountsFromWhenItWasAskedFor()
    {
        var pending = new RunningTask("t/1", "service:api", "td", "PROVISIONING", "UNKNOWN", Scene.At(-20), []);

        var signal = Assert.Single(Of(Service(2, 1), tasks: [pending]).Signals);

        Assert.Equal((0.95, Scene.At(-20) + StartLimit.Of((ContainerServicePlan)Plan.Services[0])), (signal.Score, signal.Time));
        Assert.StartsWith("1 of 2 tasks run, none has failed, and they have been about to start for 20 minutes", signal.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_TasksEndAgainAndAgainWhileOthersRun_IsSaid()
    {
        var signal = Assert.Single(Of(Service(1, 1), stopped: [Stopped(1), Stopped(4), Stopped(9)]).Signals);

        Assert.Equal(("crashes", Scene.At(-9)), (signal.Name, signal.Time));
        Assert.Equal("3 tasks failed within 10 minutes: Essential container in task exited; api: exit code 3", signal.Text);
    }

    [Fact]
    public void Of_TasksOfTheVersionBeforeFailed_IsOver()
    {
        var service = Service(1, 1) with { Versions = [new ServiceVersion("v2", "PRIMARY", "td", "COMPLETED", "", 0, Scene.At(-0.5))] };

        Assert.Empty(Of(service, stopped: [Stopped(1), Stopped(4), Stopped(9)]).Signals);
    }

    [Fact]
    public void Of_TasksThatEcsEndedInTheCourseOfThings_AreNoFailures()
    {
        var scaled = Stopped(1) with { StopCode = "ServiceSchedulerInitiated", Reason = "Scaling activity initiated by deployment" };

        var signals = Of(Service(1, 1), stopped: [scaled, scaled, scaled]);

        Assert.Empty(signals.Signals);
        Assert.Empty(signals.Symptoms);
    }

    [Fact]
    public void Of_RolloutThatFailed_IsASignalAndAChange()
    {
        var service = Service(1, 1) with { Versions = [new ServiceVersion("v2", "PRIMARY", "td", "FAILED", "ECS deployment circuit breaker: tasks failed to start.", 3, Scene.At(-8))] };

        var signals = Of(service);

        Assert.Contains(signals.Signals, signal => signal is { Name: "rollout", Text: "its rollout failed: ECS deployment circuit breaker: tasks failed to start." });
        Assert.Equal(new ChangeEvent(Scene.At(-8), "api", ChangeKind.Deployment, "a rollout of api began", "aws.ecs"), Assert.Single(signals.Changes));
    }

    [Theory]
    [InlineData("UPDATE_COMPLETE", 1)]
    [InlineData(null, 0)]
    public void Of_ServiceIsGone_IsAFaultWhereItsStackIsThere(string? stack, int count)
    {
        var stacks = stack is null ? null : new Landfall.Aws.CloudFormation.Stack("shop-dev-api", "id", stack, null, Scene.Noon, false, new Dictionary<string, string>(), new Dictionary<string, string>(), new Dictionary<string, string>());
        var status = ServiceStatus.Of(Plan, (ContainerServicePlan)Plan.Services[0], new ServiceFacts(null, [], [], null, null), stacks, new Dictionary<string, string>());

        Assert.Equal(count, ServiceSignals.Of((ContainerServicePlan)Plan.Services[0], status, null, Scene.Noon).Signals.Count);
    }

    [Fact]
    public void Of_ServiceThatCouldNotBeRead_SaysNothing()
    {
        var service = (ContainerServicePlan)Plan.Services[0];

        Assert.Empty(ServiceSignals.Of(service, ServiceStatus.Of(Plan, service, null, null, new Dictionary<string, string>()), null, Scene.Noon).Signals);
    }

    private static RunningService Service(int desired, int running) => new("td", []) { Name = "api", DesiredCount = desired, RunningCount = running };

    private static StoppedTask Stopped(double minutesAgo) =>
        new("t/9", "td", "service:api", "EssentialContainerExited", "Essential container in task exited", Scene.At(-minutesAgo - 1), [new StoppedContainer("api", 3, null)]) { Ended = Scene.At(-minutesAgo) };

    private static ServiceSignals Of(RunningService running, IReadOnlyList<StoppedTask>? stopped = null, IReadOnlyList<TargetHealth>? targets = null, IReadOnlyList<RunningTask>? tasks = null)
    {
        var service = (ContainerServicePlan)Plan.Services[0];
        var facts = new ServiceFacts(running, tasks ?? [], stopped ?? [], targets, null);
        return ServiceSignals.Of(service, ServiceStatus.Of(Plan, service, facts, null, new Dictionary<string, string>()), facts, Scene.Noon);
    }
}
