using Landfall.Config;
using Landfall.Operations.Deployment;
using Landfall.Operations.Tests.Changes;
using static Landfall.Operations.Tests.Deployment.Passes.Cloud;

namespace Landfall.Operations.Tests.Deployment;

public sealed class PassRunnerTests
{
    private static readonly Assembly Fifo = new(
        "cdk.out", [Wanted("data", Queue("FifoJobs", "shop-dev-jobs.fifo")), Wanted("worker", Task(":shop-dev-jobs.fifo"), "data")]);

    private readonly StackServiceFake _stacks = new(
        Deployed("data", Queue("Jobs", "shop-dev-jobs")), Deployed("worker", Task(":shop-dev-jobs")));

    private readonly Answering _watcher = new(null);

    [Fact]
    public async Task RunAsync_QueueReplaced_AddsMovesAndDeletesInThisOrder()
    {
        var reports = await RunAsync(Fifo);

        Assert.Equal(["data: FifoJobs Jobs", "worker: TaskDefinition", "data: FifoJobs"], _stacks.Done);
        Assert.Equal(["shop-dev-data", "shop-dev-worker"], reports.Select(r => r.Stack));
        Assert.Equal(StackOutcome.Updated, reports[0].Outcome);
    }

    [Fact]
    public async Task RunAsync_ImagesPublished_DeploysServicesFromTheAssemblyThatNamesThem()
    {
        var withImages = Fifo with { Stacks = [Fifo.Stacks[0], Wanted("worker", Task(":shop-dev-jobs.fifo@sha256") + "\nMore: {}", "data")] };

        await RunAsync(Fifo, images: () =>
        {
            _stacks.Done.Add("images");
            return withImages;
        });

        Assert.Equal(["data: FifoJobs Jobs", "images", "worker: More TaskDefinition", "data: FifoJobs"], _stacks.Done);
    }

    [Fact]
    public async Task RunAsync_UnwantedStackAndYes_GoesBeforeTheSharedStacksSettle()
    {
        _stacks.Add(Deployed("old", Task(":shop-dev-jobs")));

        var reports = await RunAsync(Fifo, yes: true);

        Assert.Equal(["data: FifoJobs Jobs", "worker: TaskDefinition", "delete old", "data: FifoJobs"], _stacks.Done);
        Assert.Equal(StackOutcome.Deleted, reports[^1].Outcome);
    }

    [Fact]
    public async Task RunAsync_NobodyToAsk_LeavesTheUnwantedStackAndWhatItUsesAndSaysSo()
    {
        _stacks.Add(Deployed("old", Task(":shop-dev-jobs")));

        await RunAsync(Fifo);

        Assert.Equal(["data: FifoJobs Jobs", "worker: TaskDefinition"], _stacks.Done);
        Assert.Contains("Kept for shop-dev-old: what is no longer in the file in shop-dev-data.", _watcher.Said);
    }

    [Fact]
    public async Task RunAsync_SeveralStacksLeftInPlace_SaysOnceWhatIsKeptForThem()
    {
        var both = new Assembly("cdk.out", [.. Fifo.Stacks, Wanted("web", Task("x"), "bus"), Wanted("bus", Queue("FifoMails", "shop-dev-mails.fifo"))]);
        _stacks.Add(Deployed("bus", Queue("Mails", "shop-dev-mails")));
        _stacks.Add(Deployed("older", Task(":shop-dev-mails")));
        _stacks.Add(Deployed("old", Task(":shop-dev-jobs")));

        await RunAsync(both with { Stacks = [both.Stacks[3], .. both.Stacks.Take(3)] });

        Assert.Equal(["Kept for shop-dev-old, shop-dev-older: what is no longer in the file in shop-dev-data, shop-dev-bus."], _watcher.Said);
    }

    [Fact]
    public async Task RunAsync_StackLeftInPlaceForWhichNothingIsKept_SaysNothing()
    {
        _stacks.Add(Deployed("old", Task("x")));

        await RunAsync(new Assembly("cdk.out", [Wanted("data", Queue("Jobs", "shop-dev-jobs")), Wanted("worker", Task(":shop-dev-jobs"), "data")]));

        Assert.Empty(_watcher.Said);
    }

    [Fact]
    public async Task RunAsync_LeftInPlaceAndLaterAgreed_SettlesThen()
    {
        _stacks.Add(Deployed("old", Task(":shop-dev-jobs")));
        await RunAsync(Fifo);
        _stacks.Done.Clear();

        await RunAsync(Fifo, yes: true);

        Assert.Equal(["data: FifoJobs Jobs", "worker: TaskDefinition", "delete old", "data: FifoJobs"], _stacks.Done);
    }

    [Fact]
    public async Task RunAsync_AServiceFails_DeletesNothingAndTellsHowFarItCame()
    {
        _stacks.Add(Deployed("old", Task("x")));
        _stacks.Failing = "shop-dev-worker";

        var error = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(Fifo, yes: true));

        Assert.Equal(["data: FifoJobs Jobs"], _stacks.Done);
        var details = Assert.IsType<FailedDeployment>(error.Details);
        Assert.Equal(["shop-dev-data Updated", "shop-dev-worker Failed"], details.Stacks.Select(s => $"{s.Stack} {s.Outcome}"));
    }

    [Fact]
    public async Task RunAsync_FailedOnce_TheNextRunEndsWhereTheFirstWouldHave()
    {
        _stacks.Failing = "shop-dev-worker";
        await Assert.ThrowsAsync<LandfallException>(() => RunAsync(Fifo));
        _stacks.Failing = null;
        _stacks.Done.Clear();

        await RunAsync(Fifo);

        Assert.Equal(["data: FifoJobs Jobs", "worker: TaskDefinition", "data: FifoJobs"], _stacks.Done);
    }

    [Theory]
    [InlineData("shop-dev-data", "  shop-dev-data: UPDATE_IN_PROGRESS\n  not begun: shop-dev-worker")]
    [InlineData("shop-dev-worker", "  shop-dev-worker: UPDATE_IN_PROGRESS")]
    public async Task RunAsync_Interrupted_TellsWhatHasNotBegun(string stack, string state)
    {
        _stacks.Interrupted = stack;

        var error = await Assert.ThrowsAsync<InterruptedDeploymentException>(() => RunAsync(Fifo));

        Assert.Equal(state, error.State);
    }

    [Fact]
    public async Task RunAsync_StackThatDoesNotChange_IsNotShownAsWaiting()
    {
        var stop = TestContext.Current.CancellationToken;
        var plan = PassRunner.PlanOf(await _stacks.ReadAsync(stop), Fifo, null);

        await new PassRunner(_stacks, _watcher) { Awaited = name => name != "shop-dev-data" }
            .RunAsync(Fifo, plan, null, _ => System.Threading.Tasks.Task.FromResult<Assembly?>(null), false, stop);

        Assert.Equal(["shop-dev-worker"], _watcher.Shown.Select(stacks => Assert.Single(stacks).Stack).Distinct());
    }

    [Fact]
    public async Task RunAsync_OnlyOneStack_TouchesNoOther()
    {
        await RunAsync(Fifo, only: ["shop-dev-data"]);

        Assert.Equal(["data: FifoJobs Jobs"], _stacks.Done);
    }

    [Fact]
    public async Task RunAsync_NothingIsSaidOfWhatChanges_ShowsEachStack()
    {
        await RunAsync(Fifo);

        Assert.Equal(["shop-dev-data", "shop-dev-worker", "shop-dev-data"], _watcher.Shown.Select(stacks => Assert.Single(stacks).Stack));
    }

    private async Task<IReadOnlyList<StackReport>> RunAsync(
        Assembly assembly, bool yes = false, string[]? only = null, Func<Assembly?>? images = null)
    {
        var stop = TestContext.Current.CancellationToken;
        var plan = PassRunner.PlanOf(await _stacks.ReadAsync(stop), assembly, only);
        return await new PassRunner(_stacks, _watcher)
            .RunAsync(assembly, plan, only, _ => System.Threading.Tasks.Task.FromResult(images?.Invoke()), yes, stop);
    }
}
