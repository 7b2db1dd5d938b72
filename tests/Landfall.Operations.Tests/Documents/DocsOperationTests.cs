using Landfall.Config;
using Landfall.Operations.Documents;
using Landfall.Operations.Documents.Writing;

namespace Landfall.Operations.Tests.Documents;

public sealed class DocsOperationTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("landfall-docs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Write_SameTextTwice_ChangesNothingTheSecondTime()
    {
        (string, string)[] files = [("a.md", $"{Document.Comment}\na\n")];

        Assert.True(Assert.Single(await DocsOperation.WriteAsync(Path.Combine(_folder, "new"), files, TestContext.Current.CancellationToken)).Changed);
        Assert.False(Assert.Single(await DocsOperation.WriteAsync(Path.Combine(_folder, "new"), files, TestContext.Current.CancellationToken)).Changed);
        Assert.Equal(["a.md"], Directory.GetFiles(Path.Combine(_folder, "new")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Write_OwnFile_IsWrittenOver()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "a.md"), $"{Document.Comment}\nold\n", TestContext.Current.CancellationToken);

        await DocsOperation.WriteAsync(_folder, [("a.md", "new")], TestContext.Current.CancellationToken);

        Assert.Equal("new", await File.ReadAllTextAsync(Path.Combine(_folder, "a.md"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Write_SecondFileIsSomebodys_WritesNeither()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "b.md"), "ours", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<LandfallException>(() => DocsOperation.WriteAsync(_folder, [("a.md", "new"), ("b.md", "new")], TestContext.Current.CancellationToken));

        Assert.Equal(ErrorCodes.FileInTheWay, refused.Code);
        Assert.Equal(["b.md"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Write_Interrupted_WritesNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DocsOperation.WriteAsync(Path.Combine(_folder, "new"), [("a.md", "new")], new CancellationToken(canceled: true)));

        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Write_FolderIsAFile_SaysWhere()
    {
        var file = Path.Combine(_folder, "docs");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<LandfallException>(() => DocsOperation.WriteAsync(file, [("a.md", "new")], TestContext.Current.CancellationToken));

        Assert.Equal(ErrorCodes.DocumentNotWritten, refused.Code);
        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
    }
}
