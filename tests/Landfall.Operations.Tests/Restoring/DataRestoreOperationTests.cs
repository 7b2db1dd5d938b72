using Landfall.Config;
using Landfall.Operations.Projects;
using Landfall.Operations.Restoring;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Restoring;

public sealed class DataRestoreOperationTests : IDisposable
{
    private readonly RestoringStub _rds = new();
    private readonly TemporaryFolder _folder = new();

    public DataRestoreOperationTests() => _folder.Write("landfall.yaml", """
        app: shop
        region: eu-west-1
        tags: { team: shop }
        environments: { dev: { account: "111111111111" } }
        databases: { orders: { engine: aurora-postgresql } }
        """);

    public void Dispose()
    {
        _rds.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Run_SnapshotAgreedTo_GivesTheCopyAnInstanceAndAPasswordAndIsWrittenDown()
    {
        var watcher = new Answering(true);

        var restored = await RunAsync(watcher, snapshot: "before");

        Assert.StartsWith("shop-dev-orders-restored-", restored.Copy.Name, StringComparison.Ordinal);
        Assert.Equal((true, $"{restored.Copy.Name}.cluster", 5432, "secret"), (restored.Copy.Ready, restored.Copy.Host, restored.Copy.Port, restored.Copy.Secret));
        Assert.Equal(
            ["RestoreDBClusterFromSnapshot", "CreateDBInstance", "ModifyDBCluster"],
            _rds.Aws.Asked.Where(asked => !asked.StartsWith("Describe", StringComparison.Ordinal) && asked.Contains("DB", StringComparison.Ordinal)));
        Assert.Contains("ManageMasterUserPassword=true", Assert.Single(_rds.Aws.Bodies("ModifyDBCluster")), StringComparison.Ordinal);
        Assert.Contains($"DBInstanceIdentifier={restored.Copy.Name}-1", Assert.Single(_rds.Aws.Bodies("CreateDBInstance")), StringComparison.Ordinal);
        Assert.Equal(
            $"Restore orders of shop dev from before as {restored.Copy.Name}? orders itself stays as it is. The copy costs about $43.80 a month at its smallest capacity, before what it stores.",
            Assert.Single(watcher.Asked).Text);
        Assert.Contains($"\"after\":\"{restored.Copy.Name}, from before\"", Entry(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Copy_HasTheTagsOfTheEnvironmentAndSaysWhatItIs()
    {
        await RunAsync(new Answering(true), snapshot: "before");

        foreach (var tag in new[] { "landfall:app", "landfall:environment", "landfall:restored-of", "landfall:restored-from", "team" })
            Assert.Contains($"<Key>{tag}</Key>", _rds.CopyTags, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-01T11:00Z", "RestoreToTime=2026-03-01T11%3A00%3A00Z")]
    [InlineData("latest", "UseLatestRestorableTime=true")]
    public async Task Run_Moment_IsAskedFor(string at, string expected)
    {
        await RunAsync(new Answering(true), at: at);

        Assert.Contains(expected, Assert.Single(_rds.Aws.Bodies("RestoreDBClusterToPointInTime")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_DryRun_SaysWhatItWouldBeAndAsksNobody()
    {
        var restored = await RunAsync(new Answering(null), snapshot: "before", dryRun: true);

        Assert.Equal((true, "planned", "before"), (restored.DryRun, restored.Copy.State, restored.Copy.From));
        Assert.Null(_rds.Copy);
    }

    [Fact]
    public async Task Run_NotAgreedTo_RestoresNothing()
    {
        var refused = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(false), snapshot: "before"));

        Assert.Equal((ErrorCodes.NotAgreed, "Nothing was restored."), (refused.Code, refused.Message));
        Assert.Null(_rds.Copy);
    }

    [Fact]
    public async Task Run_SnapshotOfAnotherMajorVersion_LeavesTheParameterGroupOutAndSaysSo()
    {
        _rds.SnapshotVersion = "15.8";

        var restored = await RunAsync(new Answering(true), snapshot: "before");

        Assert.DoesNotContain("DBClusterParameterGroupName", Assert.Single(_rds.Aws.Bodies("RestoreDBClusterFromSnapshot")), StringComparison.Ordinal);
        Assert.Equal("The snapshot is of version 15.8, the database has 16.9 by now: the copy gets RDS's own parameters of its version.", restored.Note);
    }

    [Theory]
    [InlineData(null, null, "either --snapshot or --at. It can be restored to any moment from 2026-02-22 12:00:00 UTC to 2026-03-01 12:00:00 UTC (--at), and from 1 snapshot, the newest 'before' (--snapshot)")]
    [InlineData("before", "latest", "either --snapshot or --at")]
    [InlineData("befor", null, "There is no snapshot 'befor' that 'orders' could be restored from.")]
    [InlineData(null, "noon-ish", "'noon-ish' is no time. Write --at 2026-03-01T12:00Z, or --at latest.")]
    [InlineData(null, "2026-03-01T12:00:01Z", "'orders' cannot be restored to 2026-03-01 12:00:01 UTC.")]
    [InlineData(null, "2026-02-22T11:59:59Z", "'orders' cannot be restored to 2026-02-22 11:59:59 UTC.")]
    public async Task Run_ChoiceThatIsNone_SaysWhatThereIs(string? snapshot, string? at, string message)
    {
        var refused = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true), snapshot, at));

        Assert.Equal(ErrorCodes.RestoreChoice, refused.Code);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Null(_rds.Copy);
    }

    [Fact]
    public async Task Run_SnapshotThatIsBeingTaken_HasToWait()
    {
        _rds.SnapshotStatus = "creating";

        var refused = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true), snapshot: "before"));

        Assert.Equal(ErrorCodes.RestoreChoice, refused.Code);
        Assert.Contains("'before' is 'creating'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_MomentWithoutBackups_SaysSo()
    {
        _rds.Window = "";

        var refused = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true), at: "latest"));

        Assert.StartsWith("'orders' cannot be restored to a moment: AWS keeps no continuous backup of it. It has 1 snapshot", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("incompatible-restore", "available")]
    [InlineData("available", "incompatible-network")]
    public async Task Run_RdsGivesUp_SaysSoAndHowToRemoveIt(string cluster, string instance)
    {
        (_rds.CopyStatus, _rds.InstanceStatus) = (cluster, instance);

        var failed = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true), snapshot: "before"));

        Assert.Equal(ErrorCodes.RestoreFailed, failed.Code);
        Assert.Contains($"it is '{(cluster == "available" ? instance : cluster)}'", failed.Message, StringComparison.Ordinal);
        Assert.Contains($"'landfall data discard orders {_rds.Copy}' removes it", failed.Message, StringComparison.Ordinal);
        Assert.Contains("\"outcome\":\"failed\"", Entry(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_StoppedWhileItWaits_SaysThatAwsGoesOnAndHowToFinish()
    {
        _rds.CopyStatus = "creating";
        using var stop = new CancellationTokenSource();
        var watcher = new Answering(true);
        _rds.Aws.On("RestoreDBClusterFromSnapshot", request =>
        {
            (_rds.Copy, _rds.CopyTags) = (request.Form["DBClusterIdentifier"], RestoringStub.Tags());
            stop.CancelAfter(TimeSpan.FromMilliseconds(200));
            return new StubAnswer(200, "<R/>");
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(watcher, snapshot: "before", stop: stop.Token));

        Assert.Contains($"'landfall data restore orders --finish {_rds.Copy}' waits for the rest", watcher.Said[^1], StringComparison.Ordinal);
        Assert.Contains("\"outcome\":\"interrupted\"", Entry(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Finish_GoesOnWithTheCopyAndRestoresNothing()
    {
        (_rds.Copy, _rds.CopyTags) = ("left", RestoringStub.Tags());

        var restored = await RunAsync(new Answering(null), finish: "left");

        Assert.Equal(("left", true, "before"), (restored.Copy.Name, restored.Copy.Ready, restored.Copy.From));
        Assert.True(_rds.HasInstance && _rds.HasPassword);
        Assert.Empty(_rds.Aws.Bodies("RestoreDBClusterFromSnapshot"));
    }

    [Theory]
    [InlineData("users", "dev")]
    [InlineData("orders", "prod")]
    public async Task Run_FinishWhatIsNoCopyOfIt_IsRefused(string of, string environment)
    {
        (_rds.Copy, _rds.CopyTags) = ("left", RestoringStub.Tags(of, environment));

        var refused = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true), finish: "left"));

        Assert.Equal((ErrorCodes.CopyUnknown, "'left' is not restored from 'orders' by 'landfall data restore'. Nothing is."), (refused.Code, refused.Message));
        Assert.False(_rds.HasInstance);
    }

    [Fact]
    public async Task Run_Denied_NamesTheAction()
    {
        _rds.Aws.Deny("RestoreDBClusterFromSnapshot", "rds:RestoreDBClusterFromSnapshot");

        var failed = await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(new Answering(true), snapshot: "before"));

        Assert.Contains("lack the permission 'rds:RestoreDBClusterFromSnapshot'", AwsFailure.Of(failed)!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoSuchName_NamesWhatThereIs()
    {
        var refused = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true), snapshot: "before", name: "ordrs"));

        Assert.Equal((ErrorCodes.RestoreUnknown, "'ordrs' is no database and no table of 'dev'. It has orders."), (refused.Code, refused.Message));
    }

    [Fact]
    public async Task Discard_Copy_IsDeletedWithItsInstanceOnceItsNameIsTyped()
    {
        (_rds.Copy, _rds.CopyTags, _rds.HasInstance) = ("left", RestoringStub.Tags(), true);
        var watcher = new Answering(true);

        await DiscardAsync(watcher, "left");

        Assert.Equal("left", Assert.Single(watcher.Asked).Word);
        Assert.Equal(
            ["ModifyDBCluster", "DeleteDBInstance", "DeleteDBCluster"],
            _rds.Aws.Asked.Where(asked => asked.Contains("DB", StringComparison.Ordinal) && !asked.StartsWith("Describe", StringComparison.Ordinal)));
        Assert.Contains("DeletionProtection=false", _rds.Aws.Bodies("ModifyDBCluster")[0], StringComparison.Ordinal);
        Assert.Contains("\"before\":\"left\"", Entry(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data-orders")]
    [InlineData("left")]
    public async Task Discard_WhatIsNoCopy_IsRefusedAndNothingIsTouched(string name)
    {
        (_rds.Copy, _rds.CopyTags) = ("left", "");

        Assert.Equal(ErrorCodes.CopyUnknown, (await Assert.ThrowsAsync<LandfallException>(() => DiscardAsync(new Answering(true), name))).Code);
        Assert.DoesNotContain("DeleteDBCluster", _rds.Aws.Asked);
        Assert.DoesNotContain("ModifyDBCluster", _rds.Aws.Asked);
    }

    private Project Project => ProjectLoader.Load(_folder.Path, "dev");

    private Task<DataRestored> RunAsync(
        Answering watcher, string? snapshot = null, string? at = null, string? finish = null, bool dryRun = false, string name = "orders", CancellationToken? stop = null) =>
        new DataRestoreOperation().RunAsync(
            Project, _rds.Aws.Target, new DataRestoreParameters(name, _folder.Path, snapshot, at, finish, "dev", Local: false, dryRun), Agreed.ToNothing, Context(watcher, stop));

    private Task<DataDiscarded> DiscardAsync(Answering watcher, string copy) => new DataDiscardOperation().RunAsync(
        Project, _rds.Aws.Target, new DataDiscardParameters("orders", copy, _folder.Path, "dev", Local: false, DryRun: false), Agreed.ToNothing, Context(watcher, null));

    // Who stops it does so while it waits, which a hurried clock would not let it.
    private static OperationContext Context(Answering watcher, CancellationToken? stop) => new(
        new Caller("ada", "test"), watcher, stop is null ? new ShortPauses() : TimeProvider.System, stop ?? TestContext.Current.CancellationToken);

    private string Entry() => Assert.Single(_rds.Aws.Bodies("/landfall-audit-111111111111-eu-west-1/shop/dev/0000000001.json"), body => body.Length > 0);
}
