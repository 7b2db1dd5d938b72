using Landfall.Config;
using Landfall.Operations.Auditing;
using Landfall.Operations.Deployment.Locks;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Deployment.Locks;

public sealed class UnlockOperationTests
{
    private readonly MemoryLockStore _store = new();
    private readonly ChangeRecord _record = new();
    private readonly SetTime _time = new();

    [Fact]
    public async Task Break_NobodyHoldsTheLock_SaysSoAndAsksNobody()
    {
        var nobody = new Answering(null);

        Assert.Equal(new Unlocked("shop", "dev", null, Broken: false), await BreakAsync(nobody));
        Assert.Empty(nobody.Said);
    }

    [Fact]
    public async Task Break_SomebodyAgrees_SaysWhoHeldItAndBreaksIt()
    {
        var holder = await LeaveAsync();
        var watcher = new Answering(true);

        Assert.Equal(new Unlocked("shop", "dev", holder, Broken: true), await BreakAsync(watcher));

        Assert.Null(_store.Record);
        Assert.Equal([new ChangedSubject("lock", "ann@laptop: deploy", null)], _record.Subjects);
        Assert.Equal(["shop dev is locked by ann on laptop (process 7): 'deploy' since 2026-03-01 11:00 UTC, 60 min ago."], watcher.Said);
        Assert.Equal(
            [new Question("Break the lock? If that run is still at work, two will change the environment at once.", "Add --yes to break it from a script.")],
            watcher.Asked);
    }

    [Fact]
    public async Task Break_SomebodyDoesNotAgree_LeavesIt()
    {
        var holder = await LeaveAsync();

        var refused = await Assert.ThrowsAsync<LandfallException>(() => BreakAsync(new Answering(false)));

        Assert.Equal((ErrorCodes.NotAgreed, "The lock was left as it is."), (refused.Code, refused.Message));
        Assert.Equal(holder, _store.Record);
        Assert.False(_record.HasBegun);
    }

    [Fact]
    public async Task Break_AgreedBeforehand_AsksNobody()
    {
        await LeaveAsync();
        var nobody = new Answering(null);

        Assert.True((await BreakAsync(nobody, new Agreed(Yes: true))).Broken);
        Assert.Empty(nobody.Asked);
    }

    [Fact]
    public async Task Break_LockThatCannotBeRead_IsBrokenToo()
    {
        await _store.TryCreateAsync("locked", TestContext.Current.CancellationToken);
        var watcher = new Answering(true);

        Assert.Equal(new Unlocked("shop", "dev", null, Broken: true), await BreakAsync(watcher));
        Assert.Equal(["shop dev has a lock that cannot be read."], watcher.Said);
        Assert.Null(await _store.ReadAsync(TestContext.Current.CancellationToken));
    }

    private Task<Unlocked> BreakAsync(Answering watcher, Agreed? agreed = null) => UnlockOperation.BreakAsync(
        _store, "shop", "dev", agreed ?? Agreed.ToNothing, new OperationContext(new Caller("ada", "test"), watcher, _time, TestContext.Current.CancellationToken), _record);

    private async Task<LockRecord> LeaveAsync()
    {
        var holder = new LockRecord("dead", "there", "ann", "laptop", 7, "deploy", _time.Now - TimeSpan.FromHours(1), _time.Now + TimeSpan.FromMinutes(9));
        await _store.TryCreateAsync(holder.Write(), TestContext.Current.CancellationToken);
        return holder;
    }
}
