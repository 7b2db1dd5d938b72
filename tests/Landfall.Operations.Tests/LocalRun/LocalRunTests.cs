using System.Threading.Channels;
using Landfall.Config;
using Landfall.Operations.Images;
using Landfall.Operations.LocalRun;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Tests.LocalRun;

/// <summary>A run with an engine that is a script: it writes down what it is told, and its containers end at once.</summary>
public sealed class LocalRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RunAsync_DatabaseReleaseAndService_AreStartedInOrderAndTakenAway()
    {
        var steps = await RunAsync("");

        var calls = await CallsAsync();
        var started = calls.Where(call => call.StartsWith("run ", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, started.Count);
        Assert.Matches("^run --detach --name landfall-near-dev-[0-9a-f]{6}-orders .*--publish 127.0.0.1:[0-9]+:5432 --volume landfall-near-dev-[0-9a-f]{6}-database-orders:/var/lib/postgresql/data docker.io/library/postgres:16$", started[0]);
        Assert.Matches("^run --detach --name landfall-near-dev-[0-9a-f]{6}-api-release .* migrate --yes$", started[1]);
        Assert.DoesNotContain("--publish", started[1], StringComparison.Ordinal);
        Assert.Matches("^run --detach --name landfall-near-dev-[0-9a-f]{6}-api .*--read-only --tmpfs /tmp nginx:1$", started[2]);
        var probe = calls.FindIndex(call => call.StartsWith("exec ", StringComparison.Ordinal) && call.Contains("pg_isready --host 127.0.0.1 --username landfall --dbname near", StringComparison.Ordinal));
        Assert.InRange(probe, calls.IndexOf(started[0]), calls.IndexOf(started[1]));
        Assert.DoesNotContain(calls, call => call.Contains("hunter2", StringComparison.Ordinal));
        Assert.Contains("SECRET=hunter2", await File.ReadAllTextAsync(Path.Combine(_folder.Path, "variables"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, "*.env", SearchOption.AllDirectories));
        Assert.StartsWith("network rm ", calls[^1], StringComparison.Ordinal);

        Assert.Contains(steps, step => step.Line is { Container: "release", Message: "a line" });
        Assert.Contains(steps, step => step.End is { Name: "api", ExitCode: 0 });
    }

    [Fact]
    public async Task RunAsync_FailingRelease_StartsNoService()
    {
        var failed = await Assert.ThrowsAsync<LandfallException>(() => RunAsync("wait) case $2 in *release) echo 3;; *) echo 0;; esac; exit 0;;"));

        Assert.Equal("LF5497", failed.Code);
        Assert.Contains("exit code 3", failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(await CallsAsync(), call => call.StartsWith("run ", StringComparison.Ordinal) && call.EndsWith("nginx:1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RunAsync_EngineThatCannotStart_TellsItsWordsAndClears()
    {
        var failed = await Assert.ThrowsAsync<LandfallException>(() => RunAsync("run) echo 'no such image' >&2; exit 125;;"));

        Assert.Equal("LF5492", failed.Code);
        Assert.Contains("no such image", failed.Message, StringComparison.Ordinal);
        Assert.StartsWith("network rm ", (await CallsAsync())[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_LeftByAKilledRun_IsTakenAwayFirst()
    {
        var steps = await RunAsync($"ps) [ -f '{_folder.Path}/once' ] || echo 0f1e; touch '{_folder.Path}/once'; exit 0;;");

        Assert.Equal("Took away 1 container that an earlier run had left.", steps[0].Note);
        var calls = await CallsAsync();
        Assert.InRange(calls.IndexOf("rm --force 0f1e"), 0, calls.FindIndex(call => call.StartsWith("network create", StringComparison.Ordinal)));
    }

    private async Task<List<LocalRunStep>> RunAsync(string cases)
    {
        _folder.Write("landfall.yaml", """
            app: near
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            databases: { orders: { engine: aurora-postgresql, version: "16" } }
            services:
              api: { type: internal, image: nginx:1, port: 8080, uses: [orders], release: { command: [migrate, --yes] } }
            """);
        // The file with variables is the word behind its option.
        var program = _folder.Write("bin/docker", $$"""
            #!/bin/sh
            echo "$@" >> '{{_folder.Path}}/calls'
            before=
            for word in "$@"; do
              [ "$before" = --env-file ] && cat "$word" >> '{{_folder.Path}}/variables'
              before=$word
            done
            case $1 in
              {{cases}}
              network) [ "$2" = inspect ] && echo '[]';;
              logs) echo 'a line';;
              wait) echo 0;;
            esac
            exit 0
            """);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var project = ProjectLoader.Load(_folder.Path, "dev");
        var defined = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["api"] = new Dictionary<string, string> { ["SECRET"] = "hunter2" } };
        var steps = Channel.CreateUnbounded<LocalRunStep>();
        var run = new Operations.LocalRun.LocalRun(
            project, LocalContainers.Of(project, []).Containers, new Uri("http://localhost:1"), defined, new Dictionary<string, string>(), new ContainerEngine(program), TimeProvider.System)
        {
            Route = (_, _) => new HostRoute("127.0.0.1", null, null),
        };

        await run.RunAsync(steps.Writer, TestContext.Current.CancellationToken);

        return await steps.Reader.ReadAllAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }

    private async Task<List<string>> CallsAsync() => [.. await File.ReadAllLinesAsync(Path.Combine(_folder.Path, "calls"), TestContext.Current.CancellationToken)];
}
