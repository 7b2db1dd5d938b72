using Landfall.Aws.Containers;
using Landfall.Aws.Scaling;
using Landfall.Config;
using Landfall.Operations.Changes;
using Landfall.Operations.Operating;
using Landfall.Operations.Sleep;
using Landfall.Operations.Tests.Changes;
using Landfall.Operations.Tests.Deployment;

namespace Landfall.Operations.Tests.Operating;

/// <summary>What restart, scale, pause and resume say that they do, and then ask of AWS.</summary>
public sealed class ServiceStepTests : IDisposable
{
    private readonly StubAws _aws = new();
    private readonly Answering _watcher = new(null);

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task Scale_ServiceThatScales_SetsBothLimitsAndThenTheNumber()
    {
        var step = ScaleOperation.Plan(Scaling(2, 1, 4), "6", null, null, Stop);

        Assert.Equal(("2 tasks, scaling from 1 to 4", "6 tasks, scaling from 6 to 6", null), (step.Before, step.After, step.Harm));
        await step.DoAsync!();
        Assert.Equal(["RegisterScalableTarget", "UpdateService"], _aws.Asked);
        Assert.Contains("\"MinCapacity\":6,\"MaxCapacity\":6", _aws.Bodies("RegisterScalableTarget")[0], StringComparison.Ordinal);
        Assert.Contains("\"desiredCount\":6", _aws.Bodies("UpdateService")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, null, "2 tasks, scaling from 2 to 4", 0)]
    [InlineData(3, 9, "3 tasks, scaling from 3 to 9", 1)]
    [InlineData(null, 1, "1 task, scaling from 1 to 1", 1)]
    public async Task Scale_Limits_MoveTheNumberOnlyWhereItIsOutside(int? min, int? max, string after, int updates)
    {
        var step = ScaleOperation.Plan(Scaling(2, 1, 4), null, min, max, Stop);

        Assert.Equal(after, step.After);
        await step.DoAsync!();
        Assert.Equal(updates, _aws.Asked.Count(name => name == "UpdateService"));
    }

    [Fact]
    public async Task Scale_FixedNumber_SetsItAlone()
    {
        var step = ScaleOperation.Plan(Fixed(3), "1", null, null, Stop);

        Assert.Equal(("3 tasks", "1 task", "2 tasks of 3 tasks stop."), (step.Before, step.After, step.Harm));
        await step.DoAsync!();
        Assert.Equal(["UpdateService"], _aws.Asked);
    }

    [Fact]
    public void Scale_ToWhatItHas_DoesNothing() => Assert.Null(ScaleOperation.Plan(Scaling(2, 2, 2), "2", null, null, Stop).DoAsync);

    [Theory]
    [InlineData(null, null, null, "Give either")]
    [InlineData("2", 1, null, "Give either")]
    [InlineData("two", null, null, "'two' is no number of tasks")]
    [InlineData("-1", null, null, "'-1' is no number of tasks")]
    [InlineData(null, 5, null, "from 5 to 4 tasks")]
    [InlineData(null, -1, null, "from -1 to 4 tasks")]
    public void Scale_NumbersThatDoNotGoTogether_AreRefused(string? tasks, int? min, int? max, string words)
    {
        var refused = Assert.Throws<LandfallException>(() => ScaleOperation.Plan(Scaling(2, 1, 4), tasks, min, max, Stop));

        Assert.Equal(ErrorCodes.ScaleChoice, refused.Code);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Scale_LimitsOfAFixedNumber_AreRefused() => Assert.Equal(
        "'api' does not scale: its number of tasks is fixed. Give the number: 'landfall scale api 3'.",
        Assert.Throws<LandfallException>(() => ScaleOperation.Plan(Fixed(1), null, 1, null, Stop)).Message);

    [Fact]
    public async Task Pause_ServiceThatScales_SuspendsScalingBeforeItsTasksStop()
    {
        var step = PauseOperation.Plan(Scaling(2, 1, 4), Stop);

        Assert.Equal(("0 tasks, not scaling", "Its 2 tasks stop, and nobody answers until 'landfall resume api'."), (step.After, step.Harm));
        await step.DoAsync!();
        Assert.Equal(["RegisterScalableTarget", "UpdateService"], _aws.Asked);
        var body = _aws.Bodies("RegisterScalableTarget")[0];
        Assert.Contains("\"DynamicScalingInSuspended\":true,\"DynamicScalingOutSuspended\":true,\"ScheduledScalingSuspended\":true", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Capacity", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Pause_ServiceThatIsPaused_DoesNothing() => Assert.Null(PauseOperation.Plan(Scaling(0, 1, 4, suspended: true), Stop).DoAsync);

    [Fact]
    public void Pause_FixedNumber_SaysWhatStartsItAgain() => Assert.Contains("night schedule", PauseOperation.Plan(Fixed(1), Stop).Note, StringComparison.Ordinal);

    [Fact]
    public async Task Resume_ServiceThatScales_StartsItsLeastAndLetsItScale()
    {
        var step = ResumeOperation.Plan(Scaling(0, 1, 4, suspended: true), Stop);

        Assert.Equal(("0 tasks, not scaling", "1 task, scaling from 1 to 4"), (step.Before, step.After));
        await step.DoAsync!();
        Assert.Contains("\"desiredCount\":1", _aws.Bodies("UpdateService")[0], StringComparison.Ordinal);
        Assert.Contains("\"ScheduledScalingSuspended\":false", _aws.Bodies("RegisterScalableTarget")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_FixedNumber_IsWhatWasDeployed() => Assert.Equal("3 tasks", ResumeOperation.Plan(Fixed(0, deployed: 3), Stop).After);

    [Theory]
    [InlineData("COMPLETED", null)]
    [InlineData("FAILED", "The restart of 'api' failed: tasks failed to start. 'landfall explain api' tells why.")]
    public async Task Restart_Service_WaitsForTheNewVersion(string state, string? failure)
    {
        var looks = 0;
        _aws.On("DescribeServices", _ => new StubAnswer(200, $$"""
            {"services":[{"serviceName":"api","status":"ACTIVE","desiredCount":2,"deployments":[
              {"id":"new","status":"PRIMARY","rolloutState":"{{(++looks < 3 ? "IN_PROGRESS" : state)}}","rolloutStateReason":"tasks failed to start.","createdAt":2},
              {"id":"old","status":"ACTIVE","rolloutState":"COMPLETED","createdAt":1}]}]}
            """));
        var step = RestartOperation.Plan(Fixed(2), Context);

        Assert.Equal(("2 tasks", "Its 2 tasks are replaced."), (step.Before, step.Harm));
        var seen = await Record.ExceptionAsync(() => step.DoAsync!());

        Assert.Equal(failure, seen?.Message);
        Assert.Equal(3, looks);
        Assert.Contains("\"forceNewDeployment\":true", _aws.Bodies("UpdateService")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Restart_NoTaskRuns_IsRefused() =>
        Assert.Equal(ErrorCodes.ServiceNotRunning, Assert.Throws<LandfallException>(() => RestartOperation.Plan(Fixed(0), Context)).Code);

    [Fact]
    public void Restart_RolloutIsUnderWay_IsRefused()
    {
        var found = Fixed(2);
        found = found with { Running = found.Running with { Versions = [.. found.Running.Versions, Version("older")] } };

        Assert.Contains("is being rolled out", Assert.Throws<LandfallException>(() => RestartOperation.Plan(found, Context)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PreviewOf_Restart_ReplacesTasksAndHarmsNobody()
    {
        var change = Preview("restart", Fixed(2), RestartOperation.Plan(Fixed(2), Context));

        var effect = Assert.Single(change.Effects);
        Assert.Equal((EffectKind.Restarts, false, "api: 2 tasks → 2 tasks, new. Its 2 tasks are replaced."), (effect.Kind, effect.Harmful, effect.Text));
        Assert.False(change.IsEmpty);
    }

    [Fact]
    public void PreviewOf_Scale_CostsWhereTasksComeAndHarmsWhereTheyGo()
    {
        var more = Assert.Single(Preview("scale", Scaling(2, 1, 4), ScaleOperation.Plan(Scaling(2, 1, 4), null, null, 6, Stop)).Effects);
        var less = Assert.Single(Preview("scale", Fixed(3), ScaleOperation.Plan(Fixed(3), "1", null, null, Stop)).Effects);

        Assert.Equal((EffectKind.Cost, false), (more.Kind, more.Harmful));
        Assert.StartsWith("api: 2 tasks, scaling from 1 to 4 → 2 tasks, scaling from 1 to 6. What the file says comes back", more.Text, StringComparison.Ordinal);
        Assert.Equal((EffectKind.Interrupts, true), (less.Kind, less.Harmful));
    }

    [Fact]
    public void PreviewOf_Pause_IsHarm() => Assert.Single(Preview("pause", Fixed(2), PauseOperation.Plan(Fixed(2), Stop)).Harm);

    [Fact]
    public void PreviewOf_WhatIsSoAlready_IsEmpty() => Assert.True(Preview("scale", Scaling(2, 2, 2), ScaleOperation.Plan(Scaling(2, 2, 2), "2", null, null, Stop)).IsEmpty);

    [Fact]
    public void PreviewOf_AnotherVersionNumberOrOperation_HasAnotherDigest()
    {
        var moved = Fixed(2);
        moved = moved with { Running = moved.Running with { Versions = [Version("new")] } };
        string[] digests =
        [
            Preview("restart", Fixed(2), RestartOperation.Plan(Fixed(2), Context)).Digest,
            Preview("restart", moved, RestartOperation.Plan(moved, Context)).Digest,
            Preview("restart", Fixed(3), RestartOperation.Plan(Fixed(3), Context)).Digest,
            Preview("start", Fixed(2), RestartOperation.Plan(Fixed(2), Context)).Digest,
        ];

        Assert.Equal(4, digests.Distinct().Count());
        Assert.Equal(digests[0], Preview("restart", Fixed(2), RestartOperation.Plan(Fixed(2), Context)).Digest);
    }

    private static Change Preview(string operation, FoundService found, ServiceStep step) => ServiceWork.PreviewOf(PlainPlan.Create(), found, operation, step);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private OperationContext Context => new(new Caller("ada", "test"), _watcher, new HurriedTime(), Stop);

    private FoundService Scaling(int count, int least, int most, bool suspended = false) =>
        new(_aws.Target, "api", new DeployedService("shop-dev", "api", least, most, HasLimits: true), Running(count), new ScalingLimits(least, most, suspended));

    private FoundService Fixed(int count, int deployed = 2) =>
        new(_aws.Target, "api", new DeployedService("shop-dev", "api", deployed, deployed, HasLimits: false), Running(count), null);

    private static RunningService Running(int count) => new("td", []) { Name = "api", DesiredCount = count, Versions = [Version("old")] };

    private static ServiceVersion Version(string id) => new(id, "PRIMARY", "td", "COMPLETED", "", 0, DateTimeOffset.UnixEpoch);
}
