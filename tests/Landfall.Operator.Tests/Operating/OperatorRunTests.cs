using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operator.Incidents;
using Landfall.Operator.Loop;
using Landfall.Operator.Operating;
using Landfall.Operator.Repairs;
using Landfall.Operator.Signals;
using Landfall.Operator.Store;
using Landfall.Operator.Tests.Repairs;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Landfall.Operator.Tests.Operating;

public sealed class OperatorRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(Scene.Noon);
    private readonly ScriptedSource _source = new();
    private readonly FakeInvestigator _investigator = new();
    private readonly OperatorRun _run;

    public OperatorRunTests() =>
        _run = new OperatorRun(PlainPlan.Create(), new SignalReader([_source], _time), _investigator, new OperatorLoop(Scene.Graph, new OperatorOptions()), Desk(_time), _time);

    private string Path => System.IO.Path.Combine(_folder.Path, "dev.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RunAsync_Once_TellsWhatIsSavedAndGivesTheLeaseBack()
    {
        _source.Signals = [Scene.Down("api", 0)];

        var tick = Assert.Single(await OnceAsync("ada"));
        var again = Assert.Single(await OnceAsync("bob"));

        Assert.Equal([OperatorEventKind.Opened, OperatorEventKind.CauseFound], tick.Events.Select(one => one.Kind));
        Assert.Equal("api: The program in container 'api' ended with exit code 3.", Assert.Single(tick.Incidents).Cause);
        Assert.Empty(again.Events);
        Assert.Equal(1, Assert.Single(again.Incidents).Id);
        Assert.Equal(["api"], _investigator.Asked);
        using var store = OperatorStore.Open(Path, _time);
        Assert.Equal(IncidentState.Open, store.Find(1)!.State);
    }

    [Fact]
    public async Task RunAsync_Again_GoesOnAtEachIntervalUntilStopped()
    {
        using var stop = new CancellationTokenSource();
        await using var ticks = _run.RunAsync(Path, "ada", TimeSpan.FromSeconds(30), stop.Token).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        Assert.True(await ticks.MoveNextAsync());
        var next = ticks.MoveNextAsync().AsTask();
        Assert.False(next.IsCompleted);
        _source.Signals = [Scene.Down("api", 0.5)];
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.True(await next);
        Assert.Equal((Scene.At(0.5), OperatorEventKind.Opened), (ticks.Current.At, ticks.Current.Events[0].Kind));

        next = ticks.MoveNextAsync().AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);

        Assert.Equal(1, Assert.Single(Assert.Single(await OnceAsync("bob")).Incidents).Id); // neither the lease nor the state is lost
    }

    [Fact]
    public async Task RunAsync_AnotherIsAtWork_IsRefused()
    {
        using var stop = new CancellationTokenSource();
        await using var ticks = _run.RunAsync(Path, "ada", TimeSpan.FromSeconds(30), stop.Token).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        await ticks.MoveNextAsync();

        Assert.Equal(ErrorCodes.OperatorAtWork, (await Assert.ThrowsAsync<LandfallException>(() => OnceAsync("bob"))).Code);
    }

    [Fact]
    public async Task RunAsync_FrozenOwnerWakesAfterATakeover_WritesNothing()
    {
        _source.Signals = [Scene.Down("api", 0)];
        _source.Within = _ =>
        {
            // While this one hangs within its look its lease is over: another takes it, looks, and sees a world that is well.
            _source.Within = _ => Task.CompletedTask;
            using var store = OperatorStore.Open(Path, Later());
            var lease = store.Take("bob");
            store.Save(lease, Scene.At(2), new OperatorStep(OperatorState.Empty, [], []));
            return Task.CompletedTask;
        };

        Assert.Equal(ErrorCodes.OperatorReplaced, (await Assert.ThrowsAsync<LandfallException>(() => OnceAsync("ada"))).Code);

        using var after = OperatorStore.Open(Path, _time);
        Assert.Equal((Scene.At(2), null), (after.LastTick(), after.Find(1)));
    }

    [Fact]
    public async Task RunAsync_InterruptedWithinALook_SavesNothingOfIt()
    {
        await OnceAsync("ada");
        using var stop = new CancellationTokenSource();
        _source.Signals = [Scene.Down("api", 0)];
        _source.Within = async token =>
        {
            await stop.CancelAsync();
            token.ThrowIfCancellationRequested();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _run.RunAsync(Path, "ada", null, stop.Token).ToListAsync(TestContext.Current.CancellationToken));

        using var store = OperatorStore.Open(Path, _time);
        Assert.Empty(store.List(Scene.Noon));
    }

    [Fact]
    public async Task RunAsync_ClockWentBack_GoesOnFromTheLatestTimeKnown()
    {
        _source.Signals = [Scene.Down("api", 0)];
        await OnceAsync("ada");
        var earlier = new FakeTimeProvider(Scene.At(-30));
        var run = new OperatorRun(PlainPlan.Create(), new SignalReader([_source], earlier), _investigator, new OperatorLoop(Scene.Graph, new OperatorOptions()), Desk(earlier), earlier);
        using (var store = OperatorStore.Open(Path, earlier))
            store.GiveBack(new Lease("ada", 1));

        var tick = Assert.Single(await run.RunAsync(Path, "ada", null, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken));

        Assert.Equal(Scene.Noon, tick.At);
        Assert.Empty(tick.Events);
    }

    [Fact]
    public async Task LeaseKeeper_WhileALookTakesLong_KeepsOthersOut()
    {
        using var store = OperatorStore.Open(Path, _time);
        var lease = store.Take("ada");
        await using (new LeaseKeeper(Path, lease, _time))
        {
            for (var i = 0; i < 4; i++)
            {
                _time.Advance(Lease.Renewal);
                await UntilAsync(_time.GetUtcNow() + Lease.Length);
            }

            Assert.Throws<LandfallException>(() => store.Take("bob"));
        }

        _time.Advance(Lease.Length);
        Assert.Equal(2, store.Take("bob").Token);
    }

    /// <summary>Waits until the lease has been renewed, which is done beside this test.</summary>
    private async Task UntilAsync(DateTimeOffset until)
    {
        while (true)
        {
            using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString()))
            {
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = "SELECT until FROM lease";
                if ((long)command.ExecuteScalar()! == until.ToUnixTimeMilliseconds())
                    return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    private static RepairDesk Desk(TimeProvider time) => new(RepairMode.Suggest, [], new RepairGuard(GivenLimits.Usual, 5), new FakeHands(), time);

    private static FakeTimeProvider Later() => new(Scene.At(2));

    private async Task<IReadOnlyList<OperatorTick>> OnceAsync(string owner) => await _run.RunAsync(Path, owner, null, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
}
