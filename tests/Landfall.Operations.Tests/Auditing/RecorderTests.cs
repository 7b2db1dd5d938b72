using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Operations.Auditing;
using Landfall.Operations.Projects;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Auditing;

public sealed class RecorderTests : IDisposable
{
    private const string Entry = "/landfall-audit-111111111111-eu-west-1/shop/dev/0000000001.json";

    private readonly StubAws _aws = new StubAws().WithEmptyTrail();
    private readonly TemporaryFolder _folder = new();
    private readonly Answering _watcher = new(null);

    public RecorderTests()
    {
        _folder.Write("landfall.yaml", "app: shop\nregion: eu-west-1\nenvironments: { dev: { account: \"111111111111\" } }\n");
    }

    public void Dispose()
    {
        _aws.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Run_ChangeThatIsMade_IsWrittenDown()
    {
        var given = await RunAsync(record =>
        {
            record.Begin(new ChangedSubject("api", "1 task", "2 tasks"), new ChangedSubject("web", "1 task", "1 task"));
            record.Spare("web");
            return Task.FromResult(7);
        });

        Assert.Equal(7, given);
        var entry = Written();
        Assert.Equal(
            ("arn:aws:sts::111111111111:assumed-role/admin/ada", "ada@laptop", "test", "scale", "done"),
            ((string)entry["by"]!, (string)entry["user"]!, (string)entry["door"]!, (string)entry["operation"]!, (string)entry["outcome"]!));
        Assert.Equal("""[{"name":"api","before":"1 task","after":"2 tasks"}]""", entry["subjects"]!.ToJsonString());
        Assert.Null(entry["error"]);
        Assert.Equal(1, (int)JsonNode.Parse((string)JsonNode.Parse(_aws.Bodies("PutParameter").Single())!["Value"]!)!["count"]!);
        Assert.Empty(_watcher.Said);
    }

    [Fact]
    public async Task Run_NothingIsChanged_LeavesNoEntry()
    {
        await RunAsync(_ => Task.FromResult(0));
        await Assert.ThrowsAsync<LandfallException>(() => RunAsync(_ => throw new LandfallException(ErrorCodes.NotAgreed, "no")));

        Assert.Empty(_aws.Asked);
    }

    [Theory]
    [InlineData("failed", "failed", "LF5120")]
    [InlineData("rolled back", "rolledBack", "LF5120")]
    [InlineData("stopped", "interrupted", "LF5094")]
    [InlineData("timed out", "failed", "LF5098")]
    [InlineData("bug", "failed", "LF9999")]
    public async Task Run_ChangeThatEndsBadly_SaysHowAndNoMore(string end, string outcome, string code)
    {
        Exception thrown = end switch
        {
            "stopped" => new OperationCanceledException(),
            "timed out" => new OperationCanceledException("slow", new TimeoutException()),
            "bug" => new InvalidOperationException("secret"),
            _ => new LandfallException(ErrorCodes.ChangeRefused, "quotes a secret"),
        };

        var seen = await Record.ExceptionAsync(() => RunAsync(record =>
        {
            record.Begin(new ChangedSubject("api", "image a", "image b"));
            if (end == "rolled back")
                record.RollBack();
            throw thrown;
        }));

        Assert.Same(thrown, seen);
        var entry = Written();
        Assert.Equal(outcome, (string)entry["outcome"]!);
        Assert.Equal(code, (string)entry["error"]!);
        Assert.Equal(end == "rolled back" ? "image a" : "image b", (string)entry["subjects"]![0]!["after"]!);
        Assert.DoesNotContain("secret", entry.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_TrailCannotBeWritten_SaysSoAndKeepsTheResult(bool fails)
    {
        _aws.Deny("PutParameter", "ssm:PutParameter");

        var seen = await Record.ExceptionAsync(async () => Assert.Equal(7, await RunAsync(record =>
        {
            record.Begin(new ChangedSubject("api", null, null));
            return fails ? throw new LandfallException(ErrorCodes.ChangeRefused, "no") : Task.FromResult(7);
        })));

        Assert.Equal(fails ? ErrorCodes.ChangeRefused : null, (seen as LandfallException)?.Code);
        var said = Assert.Single(_watcher.Said);
        Assert.StartsWith("LF5200 WARNING: 'scale' of shop dev is not in the audit trail: ", said, StringComparison.Ordinal);
        Assert.Contains("not authorized to perform: ssm:PutParameter", said, StringComparison.Ordinal);
    }

    private JsonNode Written()
    {
        var put = Assert.Single(_aws.Bodies(Entry), body => body.Length > 0);
        return JsonNode.Parse(put)!;
    }

    private Task<int> RunAsync(Func<ChangeRecord, Task<int>> change) => new Recorder(
        ProjectLoader.Load(_folder.Path, "dev"),
        _aws.Target,
        "scale",
        new OperationContext(new Caller("ada@laptop", "test"), _watcher, TimeProvider.System, TestContext.Current.CancellationToken)).RunAsync(change);
}
