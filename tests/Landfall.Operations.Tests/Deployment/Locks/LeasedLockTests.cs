using System.Collections.Concurrent;
using Landfall.Aws;
using Landfall.Config;
using Landfall.Operations.Deployment.Locks;

namespace Landfall.Operations.Tests.Deployment.Locks;

public sealed class LeasedLockTests
{
    private readonly MemoryLockStore _store = new();
    private readonly SetTime _time = new();
    private readonly ConcurrentQueue<string> _said = new();

    [Fact]
    public async Task TakeAsync_NobodyHoldsIt_IsHeldUntilItIsDisposed()
    {
        await using (await TakeAsync("here"))
        {
            Assert.Equal(("deploy", "here", Environment.MachineName), (_store.Record!.Operation, _store.Record.Folder, _store.Record.Host));
            Assert.Equal(_time.Now + TimeSpan.FromMinutes(10), _store.Record.Expires);
        }

        Assert.Null(_store.Record);
    }

    [Fact]
    public async Task TakeAsync_AnotherFolderHoldsIt_SaysWhoAndSinceWhen()
    {
        await using var held = await TakeAsync("there");
        _time.Move(TimeSpan.FromSeconds(30));

        var refused = await Assert.ThrowsAsync<LandfallException>(() => TakeAsync("here"));

        Assert.Equal(ErrorCodes.EnvironmentLocked, refused.Code);
        Assert.Contains($"{Environment.UserName} on {Environment.MachineName}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'deploy' since 2026-03-01 12:00 UTC", refused.Message, StringComparison.Ordinal);
        Assert.Contains("landfall unlock", refused.Message, StringComparison.Ordinal);
        Assert.Equal("there", _store.Record!.Folder);
    }

    [Fact]
    public async Task TakeAsync_HolderHasDiedAndTheLeaseIsOver_TakesItOver()
    {
        await LeaveAsync("there", expires: _time.Now);

        await using var taken = await TakeAsync("here");

        Assert.Equal("here", _store.Record!.Folder);
    }

    [Fact]
    public async Task TakeAsync_HolderDiedInTheSameFolder_TakesItOverAtOnce()
    {
        await LeaveAsync("here", expires: _time.Now + TimeSpan.FromMinutes(9));

        await using var taken = await TakeAsync("here");

        Assert.Equal(_time.Now, _store.Record!.Since);
    }

    [Fact]
    public async Task TakeAsync_TwoSeeTheSameDeadLock_OneGetsIt()
    {
        await LeaveAsync("there", expires: _time.Now - TimeSpan.FromMinutes(1));
        LeasedLock? first = null;
        _store.AfterRead = () => first = TakeAsync("faster").GetAwaiter().GetResult();

        var refused = await Assert.ThrowsAsync<LandfallException>(() => TakeAsync("slower"));

        Assert.Equal(ErrorCodes.EnvironmentLocked, refused.Code);
        Assert.Equal("Another run of Landfall has taken over the environment's expired lock at the same moment. Run the same command again once it is done.", refused.Message);
        Assert.NotNull(first);
        await first.DisposeAsync();
    }

    [Fact]
    public async Task TakeAsync_GivenBackWhileItIsLookedAt_TakesIt()
    {
        var held = await TakeAsync("there");
        var store = new VanishingStore(_store, held);

        await using var taken = await LeasedLock.TakeAsync(store, "here", "deploy", _said.Enqueue, _time, TestContext.Current.CancellationToken);

        Assert.Equal("here", _store.Record!.Folder);
    }

    [Fact]
    public async Task Renewal_AMinuteLater_MovesTheExpiry()
    {
        await using var held = await TakeAsync("here");

        _time.Move(TimeSpan.FromMinutes(1));

        Assert.True(SpinWait.SpinUntil(() => _store.Record!.Expires == _time.Now + TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task DisposeAsync_LockWasBrokenAndTakenByAnother_LeavesTheirs()
    {
        var first = await TakeAsync("here");
        await _store.DeleteAsync(TestContext.Current.CancellationToken);
        await using var second = await TakeAsync("there");

        await first.DisposeAsync();

        Assert.Equal("there", _store.Record!.Folder);
    }

    [Fact]
    public async Task Renewal_NetworkIsAwayForAMoment_IsMadeUpForByTheNext()
    {
        await using var held = await TakeAsync("here");
        _store.AfterRead = () => throw new HttpRequestException("away");

        _time.Move(TimeSpan.FromMinutes(1));
        Assert.True(SpinWait.SpinUntil(() => _store.AfterRead is null, TimeSpan.FromSeconds(10)));
        _time.Move(TimeSpan.FromMinutes(1));

        Assert.True(SpinWait.SpinUntil(() => _store.Record!.Expires == _time.Now + TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task DisposeAsync_NetworkIsAway_LeavesTheLeaseToEndByItself()
    {
        var held = await TakeAsync("here");
        _store.AfterRead = () => throw new HttpRequestException("away");

        await held.DisposeAsync();

        Assert.Equal("here", _store.Record!.Folder);
        Assert.StartsWith("The environment's lock could not be given back, so that others wait until it ends by itself at 12:10 UTC ('landfall unlock' breaks it before): away.", Assert.Single(_said), StringComparison.Ordinal);
    }

    // A role that may make parameters but not delete them, which would keep everybody out after each command without a word.
    [Fact]
    public async Task DisposeAsync_DeletionIsDenied_NamesThePermission()
    {
        var held = await TakeAsync("here");
        _store.AfterRead = () => throw new AwsException("ssm", "DeleteParameter", "AccessDeniedException", "User: ada is not authorized to perform: ssm:DeleteParameter on resource: x", System.Net.HttpStatusCode.BadRequest);

        await held.DisposeAsync();

        Assert.Contains("'ssm:DeleteParameter'", Assert.Single(_said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renewal_FailsForHalfOfTheLease_IsToldOnce()
    {
        await using var held = await TakeAsync("here");

        for (var minute = 1; minute <= 7; minute++)
        {
            Assert.True(minute is 6 or 7 || _said.IsEmpty);
            _store.AfterRead = () => throw new HttpRequestException("away");
            _time.Move(TimeSpan.FromMinutes(1));
            Assert.True(SpinWait.SpinUntil(() => _store.AfterRead is null, TimeSpan.FromSeconds(10)));
        }

        Assert.True(SpinWait.SpinUntil(() => !_said.IsEmpty, TimeSpan.FromSeconds(10)));
        Assert.StartsWith("The environment's lock cannot be renewed: somebody else may change it from 12:10 UTC on. away.", Assert.Single(_said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renewal_LockWasBroken_SaysThatTwoAreAtWork()
    {
        await using var first = await TakeAsync("here");
        await _store.DeleteAsync(TestContext.Current.CancellationToken);
        await using var second = await TakeAsync("there");

        _time.Move(TimeSpan.FromMinutes(1));

        Assert.True(SpinWait.SpinUntil(() => !_said.IsEmpty, TimeSpan.FromSeconds(10)));
        Assert.StartsWith("Somebody has broken the lock of this run", Assert.Single(_said), StringComparison.Ordinal);
        Assert.Equal("there", _store.Record!.Folder);
    }

    [Fact]
    public async Task DisposeAsync_AwsDoesNotAnswer_WaitsNoLongerThanItsLimit()
    {
        var held = await TakeAsync("here");
        _store.AfterRead = () => throw new OperationCanceledException();

        await held.DisposeAsync();

        Assert.NotNull(_store.Record);
    }

    [Fact]
    public async Task DisposeAsync_SomethingElseIsWrong_IsNotHidden()
    {
        var held = await TakeAsync("here");
        _store.AfterRead = () => throw new InvalidOperationException("a bug");

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await held.DisposeAsync());
    }

    [Fact]
    public void Describe_ClockOfTheHolderIsAhead_SaysNoNegativeTime() => Assert.Equal(
        "ann on laptop (process 7): 'deploy' since 2026-03-01 12:05 UTC, 0 min ago",
        new LockRecord("id", "there", "ann", "laptop", 7, "deploy", _time.Now.AddMinutes(5), _time.Now.AddMinutes(15)).Describe(_time.Now));

    [Fact]
    public void Read_TextThatIsNoRecord_IsNull() => Assert.Null(LockRecord.Read("locked"));

    private Task<LeasedLock> TakeAsync(string folder) =>
        LeasedLock.TakeAsync(_store, folder, "deploy", _said.Enqueue, _time, TestContext.Current.CancellationToken);

    private Task LeaveAsync(string folder, DateTimeOffset expires) => _store.TryCreateAsync(
        new LockRecord("dead", folder, "ann", "laptop", 1, "deploy", _time.Now - TimeSpan.FromHours(1), expires).Write(),
        TestContext.Current.CancellationToken);

    /// <summary>The holder gives the lock back between the attempt to take it and the look at who has it.</summary>
    private sealed class VanishingStore(MemoryLockStore store, LeasedLock held) : ILockStore
    {
        private bool _gone;

        public async Task<(string Text, long Version)?> ReadAsync(CancellationToken stop)
        {
            if (!_gone)
                await held.DisposeAsync();
            _gone = true;
            return await store.ReadAsync(stop);
        }

        public Task<bool> TryCreateAsync(string text, CancellationToken stop) => store.TryCreateAsync(text, stop);

        public Task<long> ReplaceAsync(string text, CancellationToken stop) => store.ReplaceAsync(text, stop);

        public Task DeleteAsync(CancellationToken stop) => store.DeleteAsync(stop);
    }
}
