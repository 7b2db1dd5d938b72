using Landfall.Config;
using Landfall.Mcp.Tools;
using Landfall.Operations;
using Landfall.Operations.Deployment;

namespace Landfall.Mcp.Tests.Tools;

public sealed class ToolWatcherTests
{
    private readonly List<string> _sent = [];
    private readonly ToolWatcher _watcher;

    public ToolWatcherTests() => _watcher = new ToolWatcher((number, line) =>
    {
        _sent.Add($"{number} {line}");
        return Task.CompletedTask;
    });

    [Fact]
    public async Task Show_SameStateAgain_IsSaidOnce()
    {
        _watcher.Show([new StackProgress("a", 1, 3, "CREATE_IN_PROGRESS", null), new StackProgress("b", 0, 2, null, null)]);
        _watcher.Show([new StackProgress("a", 1, 3, "CREATE_IN_PROGRESS", null), new StackProgress("b", 0, 2, null, null)]);
        _watcher.Show([new StackProgress("a", 3, 3, "CREATE_COMPLETE", null)]);
        await _watcher.FlushAsync();

        Assert.Equal(["1 a: CREATE_IN_PROGRESS (1/3 resources)", "2 a: CREATE_COMPLETE (3/3 resources)"], _sent);
    }

    [Fact]
    public async Task Say_ClientIsGone_GoesOn()
    {
        var watcher = new ToolWatcher((_, _) => throw new IOException("gone"));

        watcher.Say("one");

        await watcher.FlushAsync();
    }

    [Fact]
    public async Task AgreeAsync_InTheMidst_IsRefused()
    {
        Assert.False(_watcher.CanAsk);
        Assert.Equal(ErrorCodes.ConfirmationNeeded, (await Assert.ThrowsAsync<LandfallException>(() => _watcher.AgreeAsync(new Question("Sure?", ""), CancellationToken.None))).Code);
        Assert.Equal(ErrorCodes.ConfirmationNeeded, (await Assert.ThrowsAsync<LandfallException>(() => _watcher.AskSecretAsync("Value?", CancellationToken.None))).Code);
    }
}
