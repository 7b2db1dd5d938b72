using Landfall.Operations.Deployment;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Landfall.Cli.Terminal;

/// <summary>Shows a deployment: a live table on a terminal, a line for each change in a log.</summary>
/// <param name="screen">The streams.</param>
internal sealed class DeployView(Screen screen) : IDeployView
{
    /// <inheritdoc />
    public bool CanAsk => screen.Interactive;

    /// <inheritdoc />
    public void Say(string line) => screen.Talk.WriteLine(line);

    /// <inheritdoc />
    public Task<bool> ConfirmAsync(string question, string otherwise, CancellationToken cancellation) =>
        Questions.ConfirmAsync(screen, question, otherwise, cancellation);

    /// <inheritdoc />
    public Task<IReadOnlyList<StackReport>> FollowAsync(Func<Action<IReadOnlyList<StackWatcher>>, Task<IReadOnlyList<StackReport>>> work) =>
        screen.Talk.Profile.Capabilities.Interactive ? FollowLiveAsync(work) : FollowLinesAsync(work);

    private async Task<IReadOnlyList<StackReport>> FollowLiveAsync(Func<Action<IReadOnlyList<StackWatcher>>, Task<IReadOnlyList<StackReport>>> work)
    {
        IReadOnlyList<StackReport> reports = [];
        await screen.Talk.Live(new Text("")).AutoClear(true).StartAsync(async live =>
            reports = await work(watchers => live.UpdateTarget(Table(watchers))).ConfigureAwait(false)).ConfigureAwait(false);
        return reports;
    }

    private async Task<IReadOnlyList<StackReport>> FollowLinesAsync(Func<Action<IReadOnlyList<StackWatcher>>, Task<IReadOnlyList<StackReport>>> work)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        return await work(watchers =>
        {
            foreach (var watcher in watchers.Where(w => w.Status is not null && said.GetValueOrDefault(w.Stack) != w.Status))
            {
                said[watcher.Stack] = watcher.Status!;
                Say($"{watcher.Stack}: {watcher.Status} ({watcher.Done}/{watcher.Total} resources)");
            }
        }).ConfigureAwait(false);
    }

    private static Table Table(IReadOnlyList<StackWatcher> watchers)
    {
        // A line for each stack on a narrow terminal too: what is being worked on is cut, not the rest broken.
        var table = new Table().Border(TableBorder.None);
        foreach (var heading in new[] { "stack", "resources", "status" })
            table.AddColumn(new TableColumn(heading).NoWrap());
        table.AddColumn("now");
        foreach (var watcher in watchers)
        {
            table.AddRow((IRenderable[])[
                new Text(watcher.Stack),
                new Text($"{watcher.Done}/{watcher.Total}"),
                new Text(watcher.Status ?? "waiting"),
                new Text(watcher.Current ?? "") { Overflow = Overflow.Ellipsis }]);
        }

        return table;
    }
}
