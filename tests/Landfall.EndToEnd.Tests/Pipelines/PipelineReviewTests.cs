using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests.Pipelines;

/// <summary>The review of a pull request as a build runs it: a process in a git repository, with Bedrock and GitHub on loopback.</summary>
public sealed class PipelineReviewTests : IDisposable
{
    private readonly TemporaryFolder _repository = new();
    private readonly TemporaryFolder _home = new();

    public void Dispose()
    {
        _repository.Dispose();
        _home.Dispose();
    }

    [Fact]
    public async Task Review_OfAPullRequest_CommentsOnItAndFailsWhereItIsToldTo()
    {
        var commit = await ChangeAsync();
        await using var hub = new GithubServer("acme/pulls", 7) { Commit = commit };
        using var bedrock = ConverseServer.Finding(ConverseServer.Found("high", "app.py", 2, "The query is built from a request", "Bind the value."));
        var sarif = Path.Combine(_home.Path, "review.sarif");

        var first = (await ReviewAsync(bedrock, ["--service", "github", "--api", hub.Api, "--repository", "acme/pulls", "--branch", "main", "--name", "pulls", "--sarif", sarif])).Succeeded();
        var second = await ReviewAsync(bedrock, ["--service", "github", "--api", hub.Api, "--repository", "acme/pulls", "--pull", "7", "--name", "pulls", "--fail-on", "high", "--json"]);

        Assert.Equal(["/model/us.amazon.nova-pro-v1%3A0/converse", "/model/us.amazon.nova-pro-v1%3A0/converse"], bedrock.Asked);
        Assert.DoesNotContain("hunter2", bedrock.Requests[0].ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("     2 +query(\"select \" + name)\n     3 +password = (hidden)\n", bedrock.Shown, StringComparison.Ordinal);
        Assert.StartsWith("high     app.py:2\n", first.Output, StringComparison.Ordinal);
        Assert.Contains("The pull request has a new comment.", first.Error, StringComparison.Ordinal);
        Assert.Equal("app.py", (string)JsonNode.Parse(await File.ReadAllTextAsync(sarif, TestContext.Current.CancellationToken))!["runs"]![0]!["results"]![0]!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!);
        Assert.Equal(1, second.ExitCode);
        var report = JsonNode.Parse(second.Output)!;
        Assert.Equal(("updated", "high", 1200), ((string)report["outcome"]!, (string)report["findings"]![0]!["severity"]!, (int)report["use"]!["inputTokens"]!));
        Assert.Contains("high     app.py:2\n  The query is built from a request\n  Bind the value.\n", Assert.Single(hub.Comments), StringComparison.Ordinal);
        Assert.Empty(hub.Statuses);
        Assert.DoesNotContain(GithubServer.Token, first.Error + first.Output + second.Error + second.Output, StringComparison.Ordinal);
    }

    // What GitHub's runner would run, but for the installation, with its variables.
    [Fact]
    public async Task Review_JobOfTheExportedWorkflow_CommentsOnThePullRequest()
    {
        RequiredTool.OrSkip("bash", "apt-get install bash");
        var commit = await ChangeAsync();
        using var project = new TemporaryFolder();
        project.Write("landfall.yaml", """
            app: pulls
            region: us-east-1
            account: "123456789012"
            environments: { dev: {} }
            pipeline: { source: { github: {}, repository: acme/pulls, pullRequest: true }, stages: [dev], review: { model: us.amazon.nova-pro-v1:0, failOn: critical } }
            """);
        var version = (await ProgramRun.RunAsync("dotnet", [Repository.Cli, "--version"], Variables("http://127.0.0.1:9"))).Succeeded().Output.Trim().Split('+')[0];
        project.Write(".config/dotnet-tools.json", """{"version":1,"isRoot":true,"tools":{"landfall":{"version":"VERSION","commands":["landfall"]}}}""".Replace("VERSION", version, StringComparison.Ordinal));
        (await ProgramRun.RunAsync("dotnet", [Repository.Cli, "pipeline", "export", "github", project.Path], Variables("http://127.0.0.1:9"))).Succeeded();
        var workflow = await File.ReadAllTextAsync(Path.Combine(project.Path, ".github/workflows/landfall.yml"), TestContext.Current.CancellationToken);
        var command = workflow.Split('\n').Single(line => line.Contains("pipeline review", StringComparison.Ordinal)).Trim().Replace("dotnet landfall", $"dotnet '{Repository.Cli}'", StringComparison.Ordinal);
        await using var hub = new GithubServer("acme/pulls", 7) { Commit = commit };
        using var bedrock = ConverseServer.Finding(ConverseServer.Found("high", "app.py", 2, "The query is built from a request", "Bind the value."));

        var result = (await ProgramRun.RunAsync("bash", ["-eo", "pipefail", "-c", command], new Dictionary<string, string?>(Variables(bedrock.Url))
        {
            ["GITHUB_WORKSPACE"] = _repository.Path,
            ["GITHUB_API_URL"] = hub.Api,
            ["GITHUB_REPOSITORY"] = "acme/pulls",
            ["PULL"] = "7",
            ["COMMIT"] = commit,
            ["BASE"] = (await GitAsync("rev-parse", "main")).Output.Trim(),
        })).Succeeded();

        Assert.Equal(["/model/us.amazon.nova-pro-v1%3A0/converse"], bedrock.Asked);
        Assert.StartsWith("[//]: # (landfall review pulls-pipeline)\n", Assert.Single(hub.Comments), StringComparison.Ordinal);
        Assert.Contains("The pull request has a new comment.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_Denied_NamesTheMissingAction()
    {
        await ChangeAsync();
        using var bedrock = new ConverseServer(_ => new StubAnswer(403, """{"message":"User: arn:aws:iam::111111111111:user/ada is not authorized to perform: bedrock:InvokeModel on resource: arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-pro-v1:0"}"""));

        var result = await ReviewAsync(bedrock, []);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("lack the permission 'bedrock:InvokeModel'", string.Join(' ', result.Error.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Review_InterruptedWhileTheModelReads_WritesNothing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Signals are POSIX's.");
        var commit = await ChangeAsync();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var hub = new GithubServer("acme/pulls", 7) { Commit = commit };
        await using var bedrock = new LoopbackServer(_ =>
        {
            asked.TrySetResult();
            return null;
        });

        using var review = RunningProgram.Start("dotnet", Arguments(["--service", "github", "--api", hub.Api, "--repository", "acme/pulls", "--pull", "7", "--name", "pulls"]), Variables(bedrock.Url));
        await asked.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        await review.SignalAsync("INT");
        var result = await review.EndAsync();

        Assert.Equal(130, result.ExitCode);
        Assert.DoesNotContain(hub.Requests, request => request.StartsWith("POST", StringComparison.Ordinal));
    }

    private Task<ProgramResult> ReviewAsync(ConverseServer bedrock, string[] more) => ProgramRun.RunAsync("dotnet", Arguments(more), Variables(bedrock.Url));

    private string[] Arguments(string[] more) => [Repository.Cli, "pipeline", "review", _repository.Path, "--base", "main", "--model", "us.amazon.nova-pro-v1:0", .. more];

    private Dictionary<string, string?> Variables(string bedrock) => new()
    {
        ["HOME"] = _home.Path,
        ["AWS_ENDPOINT_URL_BEDROCK_RUNTIME"] = bedrock,
        ["AWS_REGION"] = "us-east-1",
        ["AWS_ACCESS_KEY_ID"] = "local",
        ["AWS_SECRET_ACCESS_KEY"] = "local",
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["LANDFALL_PULL_TOKEN"] = GithubServer.Token,
    };

    private async Task<string> ChangeAsync()
    {
        RequiredTool.OrSkip("git", "apt-get install git");
        await GitAsync("init", "--quiet", "--initial-branch", "main");
        await WriteAsync("name = read()\n");
        await GitAsync("checkout", "--quiet", "-b", "change");
        await WriteAsync("name = read()\nquery(\"select \" + name)\npassword = \"hunter2-hunter3\"\n");
        return (await GitAsync("rev-parse", "HEAD")).Output.Trim();
    }

    private async Task WriteAsync(string text)
    {
        _repository.Write("app.py", text);
        await GitAsync("add", "--all");
        await GitAsync("-c", "user.name=Ada", "-c", "user.email=ada@example.com", "commit", "--quiet", "--message", "a commit");
    }

    private async Task<ProgramResult> GitAsync(params string[] arguments) =>
        (await ProgramRun.RunAsync("git", ["-C", _repository.Path, .. arguments], new Dictionary<string, string?>())).Succeeded();
}
