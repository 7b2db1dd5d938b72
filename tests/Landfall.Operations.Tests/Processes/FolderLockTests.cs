using Landfall.Operations.Processes;

namespace Landfall.Operations.Tests.Processes;

public sealed class FolderLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TakeAsync_Taken_SaysSoOnceAndWaitsForItsEnd()
    {
        var said = new List<string>();
        var waiting = new TaskCompletionSource();
        var first = await TakeAsync(said.Add);

        var second = TakeAsync(line =>
        {
            said.Add(line);
            waiting.SetResult();
        });
        await waiting.Task;
        Assert.False(second.IsCompleted);
        first.Dispose();
        (await second).Dispose();

        Assert.Contains(_folder.Path, Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakeAsync_CancelledWhileWaiting_GivesUp()
    {
        using var cancellation = new CancellationTokenSource();
        using var first = await TakeAsync(_ => { });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => FolderLock.TakeAsync(_folder.Path, _ => cancellation.Cancel(), TimeProvider.System, cancellation.Token));
    }

    [Fact]
    public async Task TakeAsync_SomethingInThePlaceOfFolderAndFile_GivesWay()
    {
        var file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        _folder.Write("other/lock/below/a", "");

        using var first = await FolderLock.TakeAsync(file, _ => { }, TimeProvider.System, TestContext.Current.CancellationToken);
        using var second = await FolderLock.TakeAsync(
            Path.Combine(_folder.Path, "other"), _ => { }, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.True(File.Exists(Path.Combine(file, "lock")));
        Assert.True(File.Exists(Path.Combine(_folder.Path, "other", "lock")));
    }

    private Task<FolderLock> TakeAsync(Action<string> progress) =>
        FolderLock.TakeAsync(_folder.Path, progress, TimeProvider.System, TestContext.Current.CancellationToken);
}
