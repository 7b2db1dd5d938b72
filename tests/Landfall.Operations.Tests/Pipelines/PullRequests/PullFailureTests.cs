using Landfall.Operations.Pipelines.PullRequests;

namespace Landfall.Operations.Tests.Pipelines.PullRequests;

public sealed class PullFailureTests : IDisposable
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_JobsThatFailed_AreTheExplanationOfEachInABlock()
    {
        _folder.Write("failure-change-dev.txt", "The role may not read.\n");
        _folder.Write("failure-build.txt", "```\n@everybody\n/approve");
        _folder.Write("other.txt", "not told");

        var failure = new PullFailure("shop", FailedJobs.Read(_folder.Path));

        Assert.False(failure.Succeeded);
        Assert.Equal("the build failed: build, change-dev", failure.Status);
        Assert.Equal(
            "[//]: # (landfall report shop)\n\n**Landfall**: the build of this failed in shop\n\n**build**\n\n```text\n'''\n@everybody\n/approve\n```\n\n**change-dev**\n\n```text\nThe role may not read.\n```\n\nOf commit 0123456789ab, [from this build](<https://ci.example.com/1>). Nothing has been deployed.\n",
            failure.Write(folds: true, Commit, new Uri("https://ci.example.com/1")));
    }

    [Fact]
    public void Write_NoExplanation_SaysThatTheLogHasIt()
    {
        var failure = new PullFailure("shop", FailedJobs.Read(Path.Combine(_folder.Path, "nowhere")));

        Assert.Equal("the build failed", failure.Status);
        Assert.Contains("\nIt ended before it could say why: its log does.\n", failure.Write(folds: false, Commit, url: null), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LinkThatABuildLeft_IsNotFollowed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        _folder.Write("secret", "LANDFALL_PULL_TOKEN=abc");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "failure-build.txt"), Path.Combine(_folder.Path, "secret"));

        Assert.Empty(FailedJobs.Read(_folder.Path));
    }

    [Fact]
    public void Write_LongExplanations_FitWhatEachServiceTakes()
    {
        for (var i = 0; i < 25; i++)
            _folder.Write($"failure-job-{i:00}.txt", string.Join('\n', Enumerable.Repeat(new string('x', 400), 500)));
        var jobs = FailedJobs.Read(_folder.Path);

        Assert.Equal(20, jobs.Count);
        Assert.InRange(new PullFailure("shop", jobs).Write(folds: true, Commit, url: null).Length, 10_000, PullComment.Most);
    }
}
