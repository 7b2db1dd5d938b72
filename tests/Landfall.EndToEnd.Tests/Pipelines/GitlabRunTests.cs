using System.Text.RegularExpressions;

namespace Landfall.EndToEnd.Tests.Pipelines;

/// <summary>The file that is written for GitLab, run by gitlab-ci-local on the local AWS.</summary>
[LongRun]
public sealed class GitlabRunTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string Yaml = """
        app: git
        region: us-east-1
        account: "123456789012"
        environments: { dev: {}, prod: {} }
        network: { nat: none }
        tables: { audit: { partitionKey: id }, orders: { partitionKey: id } }
        pipeline:
          source: { gitlab: gitlab.com, repository: acme/git }
          stages: [dev, { environment: prod, approval: true }]
        """;

    private static readonly Dictionary<string, string?> Credentials = new() { ["AWS_ACCESS_KEY_ID"] = "local", ["AWS_SECRET_ACCESS_KEY"] = "local" };

    private static string Node => Path.Combine(Repository.Tools, "node_modules", ".bin", "node");

    private static string Runner => Path.Combine(Repository.Root, ".build", "test-tools", "node_modules", ".bin", "gitlab-ci-local");

    [Fact]
    public async Task Run_OfTheExportedFile_DeploysWhatPassesAndStopsAtWhatDoesNot()
    {
        RequireTools();
        var folder = await ExportAsync(Yaml);

        // What only makes things is deployed to dev; prod waits for somebody.
        var first = await RunAsync(folder);
        Assert.Equal(["PASS build", "PASS change-dev", "PASS change-prod", "PASS deploy-dev"], Ended(first));
        Assert.Equal(["git-dev-audit", "git-dev-orders"], await TablesAsync());
        Assert.Equal(["PASS deploy-prod"], Ended(await RunAsync(folder, "deploy-prod")));
        Assert.Contains("git-prod-orders", await TablesAsync());

        // A file that is wrong gets no further than the build.
        await CommitAsync(folder, Yaml.Replace("nat: none", "nat: never", StringComparison.Ordinal));
        var failed = await RunAsync(folder);
        Assert.Equal(["FAIL build"], Ended(failed));
        Assert.Matches("Failed: dotnet landfall validate \\.", failed);
        Assert.Matches("Cause: .*'nat' is 'never'", failed);

        // A change that loses data stops, and says what whoever agrees has to give.
        await CommitAsync(folder, Yaml.Replace(", orders: { partitionKey: id }", "", StringComparison.Ordinal));
        var stopped = await RunAsync(folder);
        Assert.Contains("FAIL deploy-dev", Ended(stopped));
        Assert.Contains("git-dev-orders", await TablesAsync());
        var agreement = Regex.Match(stopped, "Whoever agrees to it runs the pipeline with (LANDFALL_ACCEPT=[0-9a-f]+)").Groups[1].Value;
        Assert.DoesNotContain("FAIL deploy-dev", Ended(await RunAsync(folder, "--variable", agreement)));
        Assert.DoesNotContain("git-dev-orders", await TablesAsync());
    }

    [Fact]
    public async Task Run_OfAMergeRequest_ShowsItsChangeThereWithATokenThatNoOtherJobGets()
    {
        RequireTools();
        var folder = await ExportAsync(Yaml.Replace("app: git\n", "app: merge\n", StringComparison.Ordinal).Replace("repository: acme/git", "repository: acme/git, pullRequest: true", StringComparison.Ordinal));
        var commit = (await ProgramRun.RunAsync("git", ["rev-parse", "HEAD"], new Dictionary<string, string?>(), folder)).Succeeded().Output.Trim();
        await using var hub = new LoopbackServer(request => LoopbackServer.Answer(request[..request.IndexOf(" HTTP/", StringComparison.Ordinal)] switch
        {
            "GET /api/v4/projects/acme%2Fgit/merge_requests/5" => $$"""{"state":"opened","sha":"{{commit}}","source_project_id":7,"target_project_id":7}""",
            "GET /api/v4/projects/acme%2Fgit/merge_requests/5/notes?sort=asc&per_page=100&page=1" => "[]",
            _ => "{}",
        }));
        string[] request =
        [
            "--variable", "CI_PIPELINE_SOURCE=merge_request_event", "--variable", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main", "--variable", "CI_MERGE_REQUEST_IID=5",
            "--variable", "CI_MERGE_REQUEST_PROJECT_PATH=acme/git", "--variable", $"CI_API_V4_URL={hub.Url}/api/v4", "--variable", "CI_PIPELINE_URL=https://gitlab.com/acme/git/-/pipelines/3",
        ];

        // Without a token it says where one belongs, and is no failure.
        var silent = await RunAsync(folder, request);
        Assert.Equal(["PASS build", "PASS change-dev", "PASS change-prod", "PASS report"], Ended(silent));
        Assert.Contains("the environment landfall-report has no CI/CD variable LANDFALL_PULL_TOKEN", silent, StringComparison.Ordinal);
        Assert.Empty(hub.Requests);

        var home = Path.Combine(folder, ".programs");
        Directory.CreateDirectory(Path.Combine(home, ".gitlab-ci-local"));
        await WriteAsync(home, ".gitlab-ci-local/variables.yml", "project: { gitlab.com/acme/git.git: { LANDFALL_PULL_TOKEN: { type: variable, values: { landfall-report: glpat-t0ken } } } }\n");
        var said = await RunAsync(folder, [.. request, "--home", home]);

        Assert.Equal(["PASS build", "PASS change-dev", "PASS change-prod", "PASS report"], Ended(said));
        var note = Assert.Single(hub.Requests, one => one.StartsWith("POST /api/v4/projects/acme%2Fgit/merge_requests/5/notes ", StringComparison.Ordinal));
        Assert.Contains("- dev: ", note, StringComparison.Ordinal);
        Assert.Contains("- prod: ", note, StringComparison.Ordinal);
        Assert.Contains("https://gitlab.com/acme/git/-/pipelines/3", note, StringComparison.Ordinal);
        Assert.Equal(3, hub.Requests.Count);
        Assert.All(hub.Requests, one => Assert.Contains("PRIVATE-TOKEN: glpat-t0ken\r\n", one, StringComparison.Ordinal));
        Assert.DoesNotContain("glpat-t0ken", said, StringComparison.Ordinal);
        Assert.DoesNotContain((await cloud.AwsAsync("dynamodb", "list-tables"))["TableNames"]!.AsArray(), name => ((string)name!).StartsWith("merge-", StringComparison.Ordinal));
    }

    private static void RequireTools()
    {
        Assert.SkipUnless(File.Exists(Runner), "'gitlab-ci-local' is not installed (eng/test-tools.sh).");
        RequiredTool.OrSkip("git", "apt-get install git");
        RequiredTool.OrSkip("rsync", "apt-get install rsync");
        RequiredTool.OrSkip("npm", "apt-get install npm");
    }

    private async Task<string> ExportAsync(string yaml)
    {
        var folder = cloud.Project(yaml);
        var version = (await cloud.LandfallAsync("--version")).Succeeded().Output.Trim().Split('+')[0];
        Directory.CreateDirectory(Path.Combine(folder, ".config"));
        await WriteAsync(folder, ".config/dotnet-tools.json", $$"""{ "version": 1, "isRoot": true, "tools": { "landfall": { "version": "{{version}}", "commands": ["landfall"] } } }""");
        await WriteAsync(folder, ".gitignore", ".landfall/\n.programs/\n");
        (await cloud.LandfallOnAwsAsync(Credentials, "context", "refresh", folder)).Succeeded();
        (await cloud.LandfallOnAwsAsync(Credentials, "pipeline", "export", "gitlab", folder)).Succeeded();

        // The package is that of this repository, which no registry has.
        var dotnet = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(place => Path.Combine(place, "dotnet")).First(File.Exists);
        Directory.CreateDirectory(Path.Combine(folder, ".programs"));
        await WriteAsync(folder, ".programs/dotnet", $"""
            #!/bin/sh
            case "$1" in
              tool) exit 0 ;;
              landfall) shift; exec '{dotnet}' '{Repository.Cli}' "$@" ;;
            esac
            exec '{dotnet}' "$@"
            """);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(folder, ".programs", "dotnet"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await GitAsync(folder, "init", "--quiet", "--initial-branch", "main");
        await GitAsync(folder, "remote", "add", "origin", "git@gitlab.com:acme/git.git");
        await CommitAsync(folder, yaml);
        return folder;
    }

    private static async Task CommitAsync(string folder, string yaml)
    {
        await WriteAsync(folder, "landfall.yaml", yaml);
        await GitAsync(folder, "add", "--all");
        await GitAsync(folder, "-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "--quiet", "--message", "Change");
    }

    private static async Task GitAsync(string folder, params string[] arguments) =>
        (await ProgramRun.RunAsync("git", arguments, new Dictionary<string, string?>(), folder)).Succeeded();

    private async Task<string> RunAsync(string folder, params string[] arguments)
    {
        var environment = new Dictionary<string, string?>(cloud.VariablesOnAws(Credentials))
        {
            ["PATH"] = $"{Path.Combine(folder, ".programs")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
        };
        // GitLab's runners have the project where the variable says; this one runs jobs in the folder itself.
        var result = await ProgramRun.RunAsync(Node, [Runner, "--force-shell-executor", "--variable", $"CI_PROJECT_DIR={folder}", .. arguments], environment, folder);
        return result.Output + result.Error;
    }

    /// <summary>The closing list: how each job ended.</summary>
    private static IEnumerable<string> Ended(string said) =>
        Regex.Matches(Regex.Replace(said, "\\e\\[[0-9;]*m", ""), "(?m)^ *(PASS|FAIL) +(\\S+) *$").Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value}").Order(StringComparer.Ordinal);

    private async Task<IReadOnlyList<string>> TablesAsync() =>
    [
        .. (await cloud.AwsAsync("dynamodb", "list-tables"))["TableNames"]!.AsArray().Select(name => (string)name!).Where(name => name.StartsWith("git-", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    private static Task WriteAsync(string folder, string name, string text) =>
        File.WriteAllTextAsync(Path.Combine(folder, name), text, TestContext.Current.CancellationToken);
}
