using Landfall.Operations.LocalRun;

namespace Landfall.Operations.Tests.LocalRun;

public sealed class FolderWatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ChangesAsync_FilesBelow_AreTold()
    {
        _folder.Write("src/app.js", "1");
        var time = new HurriedTime();
        await using var changes = new FolderWatch(_folder.Path, time).ChangesAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        var first = changes.MoveNextAsync();

        _folder.Write("src/app.js", "2");

        Assert.True(await first);
        Assert.EndsWith("app.js", changes.Current, StringComparison.Ordinal);
        Assert.NotEmpty(time.Waits);
    }
}
