using System.Diagnostics;
using Landfall.Config;
using Landfall.Operations.Changes.Against;

namespace Landfall.Operations.Tests.Changes.Against;

public sealed class CommitFilesTests : IDisposable
{
    private readonly TemporaryFolder _repository = new();

    public CommitFilesTests() => RequiredTool.OrSkip("git", "apt-get install git");

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task TakeAsync_EarlierCommit_GivesItsFilesAndLeavesTheRepositoryAlone()
    {
        Git("init", "--quiet");
        _repository.Write("shop/landfall.yaml", "app: one");
        Git("add", "--all");
        Git("commit", "--quiet", "--message", "one");
        _repository.Write("shop/landfall.yaml", "app: two");
        var before = Git("status", "--porcelain");
        string folder;

        using (var files = await CommitFiles.TakeAsync(Path.Combine(_repository.Path, "shop"), "HEAD", CancellationToken.None))
        {
            folder = files.Folder;
            Assert.Equal("app: one", await File.ReadAllTextAsync(Path.Combine(folder, "landfall.yaml"), CancellationToken.None));
        }

        Assert.False(Directory.Exists(folder));
        Assert.Equal(before, Git("status", "--porcelain"));
        Assert.Equal("app: two", await File.ReadAllTextAsync(Path.Combine(_repository.Path, "shop/landfall.yaml"), CancellationToken.None));
        Assert.Equal("", Git("worktree", "list").Split('\n', 2)[1].Trim());
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("--help")]
    [InlineData("HEAD; true")]
    public async Task TakeAsync_NoSuchCommit_NamesIt(string commit)
    {
        Git("init", "--quiet");

        var failure = await Assert.ThrowsAsync<LandfallException>(() => CommitFiles.TakeAsync(_repository.Path, commit, CancellationToken.None));

        Assert.Equal(ErrorCodes.CommitUnknown, failure.Code);
        Assert.Contains($"'{commit}'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakeAsync_NoRepository_SaysSo() =>
        Assert.Equal(ErrorCodes.CommitUnknown, (await Assert.ThrowsAsync<LandfallException>(() => CommitFiles.TakeAsync(_repository.Path, "HEAD", CancellationToken.None))).Code);

    private string Git(params string[] arguments)
    {
        var info = new ProcessStartInfo("git", ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", .. arguments])
        {
            WorkingDirectory = _repository.Path,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(info)!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output;
    }
}
