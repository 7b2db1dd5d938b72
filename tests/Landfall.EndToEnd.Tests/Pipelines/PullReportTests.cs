using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests.Pipelines;

/// <summary>The report on a pull request as a build runs it: a process with a token in a variable, and GitHub on loopback.</summary>
public sealed class PullReportTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    // A whole environment of many resources, whose change fills more than GitHub lets a comment have.
    private static readonly string Yaml = $$"""
        app: pulls
        region: us-east-1
        account: "123456789012"
        environments: { dev: {} }
        network: { nat: none }
        tables: { {{string.Join(", ", Enumerable.Range(0, 120).Select(i => $"records-of-the-{i}-th-kind-of-thing-that-is-kept: {{ partitionKey: id }}"))}} }
        """;

    // The tests of a class run one after another, and in one cloud.
    private static string? _change;

    [Fact]
    public async Task Report_TwoBuildsOfOnePullRequest_KeepOneCommentThatFits()
    {
        await using var hub = new GithubServer("acme/pulls", 7);
        var change = await ChangeAsync();

        var first = (await ReportAsync(hub, change, "--pull", "7")).Succeeded();
        var shown = Assert.Single(hub.Comments);
        var second = (await ReportAsync(hub, change, "--branch", "main", "--url", "https://ci.example.com/2", "--json")).Succeeded();

        Assert.StartsWith("The pull request has a new comment. dev: ", first.Error, StringComparison.Ordinal);
        Assert.Equal("", first.Output);
        Assert.Matches("… and [0-9]+ more lines", shown);
        Assert.InRange(shown.Length, 20_000, 30_000);
        var comment = Assert.Single(hub.Comments);
        Assert.Contains("[from this build](<https://ci.example.com/2>)", comment, StringComparison.Ordinal);
        var report = JsonNode.Parse(second.Output)!;
        Assert.Equal(("updated", comment), ((string)report["outcome"]!, (string)report["comment"]!));
        Assert.Equal(["success", "success"], hub.Statuses.Select(status => (string)status["state"]!));
        Assert.DoesNotContain(GithubServer.Token, first.Error + second.Error + second.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "Bad credentials", null, "LF5411", "store a new one in the secret")]
    [InlineData(403, "Resource not accessible by personal access token", null, "LF5412", "It has to read and write pull requests and commit statuses")]
    [InlineData(403, "API rate limit exceeded", "Retry-After: 1800", "LF5414", "takes no more requests for 1800 s (HTTP 403)")]
    [InlineData(422, "Validation Failed: body is too long (maximum is 65536 characters)", null, "LF5415", "body is too long")]
    public async Task Report_GithubRefusesTheComment_EndsWithWhyAndSetsNoStatus(int status, string message, string? header, string code, string said)
    {
        await using var hub = new GithubServer("acme/pulls", 7)
        {
            Instead = line => line.StartsWith("POST", StringComparison.Ordinal) ? GithubServer.Said(status, message, header is null ? [] : [header]) : null,
        };

        var result = await ReportAsync(hub, await ChangeAsync(), "--pull", "7");

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains(code, result.Error, StringComparison.Ordinal);
        Assert.Contains(said, Line(result.Error), StringComparison.Ordinal);
        Assert.DoesNotContain(GithubServer.Token, result.Error, StringComparison.Ordinal);
        Assert.Single(hub.Requests, request => request.StartsWith("POST", StringComparison.Ordinal));
        Assert.Empty(hub.Comments);
        Assert.Empty(hub.Statuses);
    }

    [Theory]
    [InlineData(true, 1, 0)]
    [InlineData(false, 0, 1)]
    public async Task Report_ChangeThatAwsWouldRefuse_FailsTheStatusOrTheBuildThatIsOne(bool isStatus, int exitCode, int statuses)
    {
        await using var hub = new GithubServer("acme/pulls", 7);
        var change = JsonNode.Parse(await File.ReadAllTextAsync(await ChangeAsync(), TestContext.Current.CancellationToken))!;
        change["refused"] = new JsonArray(new JsonObject { ["subject"] = "audit", ["stack"] = "pulls-dev-data", ["logicalId"] = "Audit", ["text"] = "The key of a table cannot change." });
        var file = Path.Combine(cloud.Project(Yaml), "refused.json");
        await File.WriteAllTextAsync(file, change.ToJsonString(), TestContext.Current.CancellationToken);

        var result = await ReportAsync(hub, file, ["--pull", "7", .. isStatus ? ["--no-status"] : Array.Empty<string>()]);

        Assert.True(result.ExitCode == exitCode, result.Error);
        Assert.Contains("AWS would refuse this.", Assert.Single(hub.Comments), StringComparison.Ordinal);
        Assert.Equal(Enumerable.Repeat("failure", statuses), hub.Statuses.Select(status => (string)status["state"]!));
    }

    [Fact]
    public async Task Report_NoSuchPullRequest_NamesItsAddress()
    {
        await using var hub = new GithubServer("acme/pulls", 7);

        var result = await ReportAsync(hub, await ChangeAsync(), "--pull", "8");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("LF5413", result.Error, StringComparison.Ordinal);
        Assert.Contains($"{hub.Api}/repos/acme/pulls/pulls/8 is not there", Line(result.Error), StringComparison.Ordinal);
        Assert.Empty(hub.Comments);
    }

    [Fact]
    public async Task Report_NoToken_AsksNobody()
    {
        await using var hub = new GithubServer("acme/pulls", 7);

        var result = await cloud.LandfallOnAwsAsync(new Dictionary<string, string?> { ["LANDFALL_PULL_TOKEN"] = null }, Arguments(hub, await ChangeAsync(), "--pull", "7"));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("LF5411", result.Error, StringComparison.Ordinal);
        Assert.Empty(hub.Requests);
    }

    [Fact]
    public async Task Report_InterruptedBeforeTheComment_WritesNothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are POSIX's.");
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        const string Comments = "GET /api/v3/repos/acme/pulls/issues/7/comments?per_page=100&page=1";
        await using var hub = new GithubServer("acme/pulls", 7)
        {
            SilentTo = Comments,
            Seen = line => { if (line == Comments) asked.TrySetResult(); },
        };

        using var report = RunningProgram.Start("dotnet", [Repository.Cli, .. Arguments(hub, await ChangeAsync(), "--pull", "7")], cloud.VariablesOnAws(Variables));
        await asked.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        await report.SignalAsync("INT");
        var result = await report.EndAsync();

        Assert.Equal(130, result.ExitCode);
        Assert.DoesNotContain(hub.Requests, request => request.StartsWith("POST", StringComparison.Ordinal));
    }

    private static IReadOnlyDictionary<string, string?> Variables { get; } = new Dictionary<string, string?> { ["LANDFALL_PULL_TOKEN"] = GithubServer.Token };

    private Task<ProgramResult> ReportAsync(GithubServer hub, string change, params string[] more) => cloud.LandfallOnAwsAsync(Variables, Arguments(hub, change, more));

    private static string[] Arguments(GithubServer hub, string change, params string[] more) =>
        ["pipeline", "report", "--service", "github", "--api", hub.Api, "--repository", "acme/pulls", "--commit", PipelineRun.Commit, "--change", change, "--name", "pulls-pipeline", .. more];

    /// <summary>What deploying the file for the first time would change.</summary>
    private async Task<string> ChangeAsync()
    {
        if (_change is not null)
            return _change;
        var folder = cloud.Project(Yaml);
        var file = Path.Combine(folder, "change-dev.json");
        (await cloud.LandfallAsync("diff", folder, "--env", "dev", "--local", "--output", file)).Succeeded();
        return _change = file;
    }

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
