using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Operations.Auditing;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Landfall.Operations.Repairing;
using Landfall.Operations.Tests.Changes;
using Landfall.Operations.Tests.Deployment;
using Landfall.Operations.Tests.Deployment.Locks;

namespace Landfall.Operations.Tests.Repairing;

public sealed class RepairTests : IDisposable
{
    private const string Table = """{ "Resources": { "Orders": { "Type": "AWS::DynamoDB::Table" }, "Left": { "Type": "AWS::IAM::Role" } } }""";

    private readonly ChangeRecord _record = new();
    private readonly FakeParameters _parameters = new();
    private readonly FakeCloudFormation _aws;
    private readonly TemporaryFolder _folder = new();
    private readonly FakeStack _api;
    private Action _onLock = () => { };

    public RepairTests()
    {
        _aws = new FakeCloudFormation(request =>
        {
            if (request.Headers.GetValueOrDefault("X-Amz-Target") == "AmazonSSM.PutParameter")
                _onLock();
            return _parameters.Answer(request) ?? (request.Headers.ContainsKey("X-Amz-Target") ? new StubAnswer(200, "{}") : null);
        });
        _folder.Write("landfall.yaml", "app: shop\nregion: eu-west-1\nenvironments: { dev: {} }\n");
        _api = Add("shop-dev-api", "CREATE_COMPLETE");
    }

    public void Dispose()
    {
        _aws.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Run_AllStacksStand_SaysNothingAndAsksNobody()
    {
        var nobody = new Answering(null);

        Assert.Empty((await RunAsync(nobody)).Stacks);
        Assert.Empty(nobody.Said);
        AssertUntouched();
    }

    [Fact]
    public async Task Run_RollbackHasFailed_TellsTheCauseAndGoesOnOnceAgreed()
    {
        FailRollback(_api);
        _api.On["ContinueUpdateRollback"] = () => _api.Becomes("UPDATE_ROLLBACK_IN_PROGRESS", "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS", "UPDATE_ROLLBACK_COMPLETE");
        var watcher = new Answering(true);

        var stuck = Assert.Single((await RunAsync(watcher)).Stacks);

        Assert.Equal((Remedy.ContinueRollback, true, "UPDATE_ROLLBACK_COMPLETE"), (stuck.Remedy, stuck.Repaired, stuck.Now));
        Assert.Equal(["Queue"], stuck.Blocking);
        Assert.Equal([("Service", "image is bad"), ("Queue", "queue is gone")], stuck.Failures.Select(f => (f.Resource, f.Reason)));
        Assert.Equal(["ContinueUpdateRollback shop-dev-api"], _aws.Done);
        Assert.DoesNotContain("ResourcesToSkip.member.1", _aws.Forms("ContinueUpdateRollback")[0].Keys);
        Assert.Contains("  Queue (AWS::SQS::Queue): queue is gone", watcher.Said);
        Assert.Equal([new ChangedSubject("shop-dev-api", "UPDATE_ROLLBACK_FAILED", "UPDATE_ROLLBACK_COMPLETE")], _record.Subjects);
    }

    [Fact]
    public async Task Run_SkipNamesWhatItStoppedAt_SaysWhatThatMeansAndSkipsThatAlone()
    {
        FailRollback(_api);
        _api.On["ContinueUpdateRollback"] = () => _api.Becomes("UPDATE_ROLLBACK_COMPLETE");

        var report = await RunAsync(new Answering(true), Of() with { Skip = ["Queue"] });

        Assert.StartsWith("Queue is not rolled back: it stays as it is now", Assert.Single(report.Stacks[0].Effects), StringComparison.Ordinal);
        Assert.Equal("Queue", _aws.Forms("ContinueUpdateRollback")[0]["ResourcesToSkip.member.1"]);
    }

    [Theory]
    [InlineData("Service", null, false, "--skip names 'Service', at which no rollback of 'dev' has stopped. They have stopped at Queue (shop-dev-api).")] // failed before the rollback
    [InlineData(null, "Queue", false, "--retain names 'Queue', at which no deletion of 'dev' has stopped. They have stopped at nothing.")]
    [InlineData(null, null, true, "--cancel: CloudFormation is at no update of 'dev' that could be given up.")]
    public async Task Run_OptionsThatFitNothing_AreRefused(string? skip, string? retain, bool cancel, string message)
    {
        FailRollback(_api);

        var refused = await RefusedAsync(new Answering(true), Of() with { Skip = skip is null ? [] : [skip], Retain = retain is null ? [] : [retain], Cancel = cancel });

        Assert.Equal(ErrorCodes.RepairChoice, refused.Code);
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_StoppedAtTheSameInTwoStacks_AsksForTheStack()
    {
        FailRollback(_api);
        FailRollback(Add("shop-dev-data", "CREATE_COMPLETE"));

        var refused = await RefusedAsync(new Answering(true), Of() with { Skip = ["Queue"] });
        Assert.Contains("'landfall repair api --skip Queue'", refused.Message, StringComparison.Ordinal);

        _api.On["ContinueUpdateRollback"] = () => _api.Becomes("UPDATE_ROLLBACK_COMPLETE");
        await RunAsync(new Answering(true), Of("api") with { Skip = ["Queue"] });
        Assert.Equal(["ContinueUpdateRollback shop-dev-api"], _aws.Done);
    }

    [Fact]
    public async Task Run_UnknownStack_NamesThoseThereAre()
    {
        var refused = await RefusedAsync(new Answering(true), Of("web"));

        Assert.Equal((ErrorCodes.RepairChoice, "'web' is no deployed stack of 'dev'. There are api."), (refused.Code, refused.Message));
    }

    [Fact]
    public async Task Run_StopsAgain_SaysAtWhatAndWhatIsLeftToDo()
    {
        FailRollback(_api);
        _api.On["ContinueUpdateRollback"] = () => _api.Becomes("UPDATE_ROLLBACK_IN_PROGRESS", "UPDATE_ROLLBACK_FAILED");

        var failed = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true)));

        Assert.Equal(ErrorCodes.RepairFailed, failed.Code);
        Assert.Contains("Queue (AWS::SQS::Queue): queue is gone", failed.Message, StringComparison.Ordinal);
        Assert.EndsWith("with --skip Queue.", failed.Message, StringComparison.Ordinal);
        Assert.Equal("UPDATE_ROLLBACK_FAILED", Assert.Single(_record.Subjects).After);
    }

    [Fact]
    public async Task Run_NotAgreed_DoesNothing()
    {
        FailRollback(_api);

        Assert.Equal((ErrorCodes.NotAgreed, "Nothing was repaired."), await RefusedAsync(new Answering(false)) is var refused ? (refused.Code, refused.Message) : default);
    }

    [Fact]
    public async Task Run_DryRun_TellsAndDoesNothing()
    {
        FailRollback(_api);
        var nobody = new Answering(null);

        var report = await RunAsync(nobody, Of() with { DryRun = true });

        Assert.True(report.DryRun);
        Assert.False(Assert.Single(report.Stacks).Repaired);
        Assert.NotEmpty(nobody.Said);
        AssertUntouched();
    }

    [Theory]
    [InlineData("UPDATE_IN_PROGRESS", "--cancel")]
    [InlineData("CREATE_IN_PROGRESS", "ends by itself")]
    [InlineData("UPDATE_ROLLBACK_IN_PROGRESS", "ends by itself")]
    [InlineData("IMPORT_ROLLBACK_FAILED", "no way out")]
    public async Task Run_WhatOnlyTimeOrAPersonEnds_IsToldAndLeft(string status, string says)
    {
        _api.Becomes(status);

        var stuck = Assert.Single((await RunAsync(new Answering(null))).Stacks);

        Assert.Contains(says, stuck.Does, StringComparison.Ordinal);
        Assert.False(stuck.Repaired);
        AssertUntouched();
    }

    [Fact]
    public async Task Run_CancelOfAnUpdate_RollsItBack()
    {
        _api.Becomes("UPDATE_IN_PROGRESS");
        _api.On["CancelUpdateStack"] = () => _api.Becomes("UPDATE_ROLLBACK_IN_PROGRESS", "UPDATE_ROLLBACK_COMPLETE");

        Assert.Equal("UPDATE_ROLLBACK_COMPLETE", (await RunAsync(new Answering(true), Of() with { Cancel = true })).Stacks[0].Now);
        Assert.Equal(["CancelUpdateStack shop-dev-api"], _aws.Done);
    }

    [Fact]
    public async Task Run_UpdateFailedAndWasLeft_IsRolledBack()
    {
        _api.Becomes("UPDATE_FAILED");
        _api.On["RollbackStack"] = () => _api.Becomes("UPDATE_ROLLBACK_COMPLETE");

        Assert.True((await RunAsync(new Answering(true))).Stacks[0].Repaired);
        Assert.Equal(["RollbackStack shop-dev-api"], _aws.Done);
    }

    [Theory]
    [InlineData("ROLLBACK_COMPLETE")]
    [InlineData("REVIEW_IN_PROGRESS")]
    public async Task Run_EmptyStack_IsDeletedWithoutHarm(string status)
    {
        _api.Becomes(status);
        _api.Template = Table;

        var stuck = Assert.Single((await RunAsync(new Answering(null), yes: true, time: new SetTime())).Stacks);

        Assert.Equal((Remedy.Delete, true, (string?)null), (stuck.Remedy, stuck.Repaired, stuck.Now));
        Assert.Equal(["DeleteStack shop-dev-api"], _aws.Done);
        Assert.Null(Assert.Single(_record.Subjects).After);
        Assert.Equal(["/landfall/locks/shop/dev"], _parameters.Written);
        Assert.Empty(_parameters.Values); // the lock is given back
    }

    [Fact]
    public async Task Run_DeletionWouldLoseData_NeedsItsOwnAgreement()
    {
        FailDeletion();
        _api.Resources.Add(("Orders", "AWS::DynamoDB::Table"));

        var refused = await RefusedAsync(new Answering(null), Of(), yes: true);

        Assert.Equal(ErrorCodes.HarmNotAgreed, refused.Code);
        Assert.Contains("--accept shop-dev-api/Orders", refused.Message, StringComparison.Ordinal);
        Assert.True((await RunAsync(new Answering(null), Of(), yes: true, accept: [Agreed.All])).Stacks[0].Repaired);
    }

    [Fact]
    public async Task Run_DeletionHasFailed_KeepsWhatIsNamedAndIsNoLoss()
    {
        FailDeletion();

        var report = await RunAsync(new Answering(null), Of() with { Retain = ["Left"] }, yes: true);

        Assert.StartsWith("Left stays in the account", Assert.Single(report.Stacks[0].Effects), StringComparison.Ordinal);
        Assert.Equal("Left", Assert.Single(_aws.Forms("DeleteStack"))["RetainResources.member.1"]);
    }

    [Fact]
    public async Task Run_DeletionOfWhatIsProtectedHasFailed_IsLeftToDestroy()
    {
        FailDeletion();
        _api.Protected = true;

        Assert.Equal(ErrorCodes.Protected, (await RefusedAsync(new Answering(true))).Code);
    }

    [Fact]
    public async Task Run_StackMovesWhileSomebodyThinks_IsLeft()
    {
        FailRollback(_api);
        var watcher = new Answering(true);
        _onLock = () => _api.Becomes("UPDATE_ROLLBACK_COMPLETE");

        var refused = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(watcher));

        Assert.Equal(ErrorCodes.RepairMoved, refused.Code);
        Assert.Empty(_aws.Done);
    }

    private void FailDeletion()
    {
        _api.Becomes("DELETE_FAILED");
        _api.Template = Table;
        _api.Resources.Add(("Left", "AWS::IAM::Role"));
        _api.Happened.AddRange([Own(_api, "DELETE_FAILED"), Event("Left", "AWS::IAM::Role", "DELETE_FAILED", "it has policies"), Own(_api, "DELETE_IN_PROGRESS"), Own(_api, "CREATE_COMPLETE")]);
    }

    private static void FailRollback(FakeStack stack)
    {
        stack.Becomes("UPDATE_ROLLBACK_FAILED");
        stack.Happened.AddRange([
            Own(stack, "UPDATE_ROLLBACK_FAILED"),
            Event("Other", "AWS::SQS::Queue", "UPDATE_FAILED", "Resource update cancelled"),
            Event("Queue", "AWS::SQS::Queue", "UPDATE_FAILED", "queue is gone"),
            Own(stack, "UPDATE_ROLLBACK_IN_PROGRESS"),
            Event("Service", "AWS::ECS::Service", "UPDATE_FAILED", "image is bad"),
            Own(stack, "UPDATE_IN_PROGRESS"),
            Event("Old", "AWS::ECS::Service", "CREATE_FAILED", "long ago"),
        ]);
    }

    private static StackEvent Own(FakeStack stack, string status) => new(status, DateTimeOffset.Parse("2026-01-01T00:00:00Z", null), "stack", stack.Read().Id, "AWS::CloudFormation::Stack", status, null);

    private static StackEvent Event(string id, string type, string status, string reason) => new(id, DateTimeOffset.Parse("2026-01-01T00:00:00Z", null), id, id, type, status, reason);

    private void AssertUntouched()
    {
        Assert.Empty(_aws.Done);
        Assert.Empty(_parameters.Written);
        Assert.False(_record.HasBegun);
    }

    private async Task<LandfallException> RefusedAsync(Answering watcher, RepairParameters? parameters = null, bool yes = false)
    {
        var refused = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(watcher, parameters, yes));
        AssertUntouched();
        return refused;
    }

    private RepairParameters Of(params string[] stacks) => new(_folder.Path, stacks, "dev", Local: false, [], [], Cancel: false, DryRun: false);

    private Task<RepairReport> RunAsync(Answering watcher, RepairParameters? parameters = null, bool yes = false, TimeProvider? time = null, params string[] accept)
    {
        var context = new OperationContext(new Caller("ada", "test"), watcher, time ?? new HurriedTime(), TestContext.Current.CancellationToken);
        return new Repair(ProjectLoader.Load(_folder.Path, "dev"), new AwsTarget(_aws.Session, "111111111111", null), parameters ?? Of(), context)
            .RunAsync(new Agreed(yes) { Accept = accept }, _record);
    }

    private FakeStack Add(string name, string status)
    {
        var stack = _aws.Add(name, status);
        (stack.Tags["landfall:app"], stack.Tags["landfall:environment"], stack.Tags["landfall:part"]) = ("shop", "dev", name.Split('-')[^1]);
        stack.On["DeleteStack"] = () => stack.Becomes("DELETE_COMPLETE");
        return stack;
    }
}
