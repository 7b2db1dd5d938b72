using System.Diagnostics;

namespace Landfall.Operations.Tests.Pipelines.Reviews;

/// <summary>A git repository with a branch <c>main</c> and a change of it that is checked out.</summary>
internal sealed class ReviewRepository : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ReviewRepository()
    {
        RequiredTool.OrSkip("git", "apt-get install git");
        Git("init", "--quiet", "--initial-branch", "main");
        Git("config", "core.autocrlf", "false");
    }

    public string Folder => _folder.Path;

    /// <summary>The commit that is checked out.</summary>
    public string Head => Git("rev-parse", "HEAD").Trim();

    /// <summary>Writes files; null removes one.</summary>
    public ReviewRepository With(params (string Name, string? Text)[] files)
    {
        foreach (var (name, text) in files)
        {
            if (text is null)
                File.Delete(Path.Combine(Folder, name));
            else
                _folder.Write(name, text);
        }

        return this;
    }

    /// <summary>Commits all there is, and starts the change after the first time.</summary>
    public ReviewRepository Commit()
    {
        Git("add", "--all", "--force");
        Git("commit", "--quiet", "--allow-empty", "--message", "a commit");
        if (Git("branch", "--show-current").Trim() == "main")
            Git("checkout", "--quiet", "-b", "change");
        return this;
    }

    public string Git(params string[] arguments)
    {
        var info = new ProcessStartInfo("git", ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", .. arguments]) { WorkingDirectory = Folder, RedirectStandardOutput = true };
        using var git = Process.Start(info)!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output;
    }

    public void Dispose() => _folder.Dispose();
}
