using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Landfall.Config;
using Landfall.Operations;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Landfall.Mcp.Tests.Tools;

public sealed class OperationToolTests
{
    private readonly ProbeOperation<NotedParameters> _look = new("look around", OperationEffect.Reads, (p, _) => Task.FromResult(new Noted(p.What)));

    [Fact]
    public async Task Call_Arguments_ComeAsParametersWithTheFolderOfTheServer()
    {
        using var folder = new TemporaryFolder();
        await using var connection = await OpenAsync(folder, _look);

        var result = await connection.CallAsync("look_around", ("what", "it"), ("count", 3), ("file", "a/b.json"), ("files", (string[])["c"]));

        Assert.Equal("it", result.StructuredContent!.Value.GetProperty("what").GetString());
        var given = Assert.Single(_look.Runs).Parameters;
        Assert.Equal((folder.Path, "it", 3, Path.Combine(folder.Path, "a/b.json")), (given.Folder, given.What, given.Count, given.File));
        Assert.Equal([Path.Combine(folder.Path, "c")], given.Files);
        Assert.Empty(given.Secrets);
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { """{}""", "'what' is missing" },
        { """{"what":null}""", "'what' is missing" },
        { """{"what":1}""", "'what' is of the wrong type" },
        { """{"what":"a","count":"3"}""", "'count' is of the wrong type" },
        { """{"what":"a","count":99999999999}""", "'count' is of the wrong type" },
        { """{"what":"a","files":"b"}""", "'files' is of the wrong type" },
        { """{"what":"a","files":[1]}""", "'files' is of the wrong type" },
        { """{"what":"a","files":[null]}""", "'files' is of the wrong type" },
        { """{"what":{"a":1,"a":2}}""", "'what' is of the wrong type" },
        { """{"what":"a","colour":"red"}""", "it has no parameter 'colour'" },
        { """{"what":"a","secrets":{}}""", "it has no parameter 'secrets'" },
        { """{"what":"a","watch":true}""", "it has no parameter 'watch'" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Call_WrongArguments_SaysWhichAndRunsNothing(string arguments, string message)
    {
        using var folder = new TemporaryFolder();
        await using var connection = await OpenAsync(folder, _look);

        var result = await connection.Client.CallToolAsync(
            new() { Name = "look_around", Arguments = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(arguments) }, TestContext.Current.CancellationToken);

        Assert.Equal("LF6002", result.ErrorCode());
        Assert.Contains(message, result.Text(), StringComparison.Ordinal);
        Assert.Empty(_look.Runs);
    }

    [Theory]
    [InlineData("file", "../a")]
    [InlineData("file", "/etc/passwd")]
    [InlineData("folder", "..")]
    public async Task Call_PathOutsideOfTheFolder_IsRefused(string name, string value)
    {
        using var folder = new TemporaryFolder();
        await using var connection = await OpenAsync(folder, _look);

        Assert.Equal("LF6001", (await connection.CallAsync("look_around", ("what", "it"), (name, value))).ErrorCode());
        Assert.Empty(_look.Runs);
    }

    [Fact]
    public async Task Call_Huge_IsRefused()
    {
        using var folder = new TemporaryFolder();
        await using var connection = await OpenAsync(folder, _look);

        Assert.Equal("LF6002", (await connection.CallAsync("look_around", ("what", new string('x', 2_000_000)))).ErrorCode());
        Assert.NotEqual(true, (await connection.CallAsync("look_around", ("what", "it"))).IsError);
    }

    [Fact]
    public async Task Call_OperationThatFails_GivesCodeAndRemedyAndNoTrace()
    {
        using var folder = new TemporaryFolder();
        var fails = new ProbeOperation<NotedParameters>("look around", OperationEffect.Reads, (p, _) => p.What switch
        {
            "known" => throw new LandfallException("LF1234", "The value 3 of 'a' is too big. Take 2."),
            "file" => throw new IOException("No space."),
            _ => throw new InvalidOperationException("at secret place"),
        });
        var log = new List<string>();
        await using var connection = await Connection.OpenAsync(Connection.Settings(folder.Path, operations: fails) with { Log = log.Add });

        var known = await connection.CallAsync("look_around", ("what", "known"));
        var bug = await connection.CallAsync("look_around", ("what", "bug"));

        Assert.Equal("LF1234 The value 3 of 'a' is too big. Take 2.", known.Text());
        Assert.Equal("LF1234", known.ErrorCode());
        Assert.Equal(ErrorCodes.FileAccess, (await connection.CallAsync("look_around", ("what", "file"))).ErrorCode());
        Assert.Equal(ErrorCodes.Bug, bug.ErrorCode());
        Assert.DoesNotContain("secret place", bug.Text(), StringComparison.Ordinal);
        Assert.Contains(log, line => line.Contains("secret place", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Call_OperationThatSpeaks_SendsProgressInOrder()
    {
        using var folder = new TemporaryFolder();
        var speaks = new ProbeOperation<NotedParameters>("look around", OperationEffect.Reads, (p, context) =>
        {
            context.Watcher.Say("one");
            context.Watcher.Say("two");
            return Task.FromResult(new Noted(p.What));
        });
        var (toServer, toClient) = (new Pipe(), new Pipe());
        var serving = LandfallMcpServer.ServeAsync(
            Connection.Settings(folder.Path, operations: speaks), new StreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream()), TestContext.Current.CancellationToken);
        using var answers = new StreamReader(toClient.Reader.AsStream());
        string[] lines =
        [
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"wire","version":"1"}}}""",
            """{"jsonrpc":"2.0","method":"notifications/initialized"}""",
            """{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"look_around","arguments":{"what":"it"},"_meta":{"progressToken":"p"}}}""",
        ];

        await toServer.Writer.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))), TestContext.Current.CancellationToken);
        var read = new List<JsonElement>();
        while (read.Count < 4) // on the wire, since the client hands them on side by side
            read.Add(JsonDocument.Parse((await answers.ReadLineAsync(TestContext.Current.CancellationToken))!).RootElement);
        await toServer.Writer.CompleteAsync();
        await serving;

        Assert.Equal(
            ["""{"progressToken":"p","progress":1,"message":"one"}""", """{"progressToken":"p","progress":2,"message":"two"}"""],
            read[1..3].Select(message => message.GetProperty("params").GetRawText()));
        Assert.Equal(2, read[3].GetProperty("id").GetInt32());
    }

    [Fact]
    public async Task Call_CancelledByTheClient_StopsTheOperation()
    {
        using var folder = new TemporaryFolder();
        var (began, stopped) = (new TaskCompletionSource(), new TaskCompletionSource());
        var waits = new ProbeOperation<NotedParameters>("look around", OperationEffect.Reads, async (p, context) =>
        {
            began.SetResult();
            await using var end = context.Stop.Register(stopped.SetResult);
            await Task.Delay(Timeout.InfiniteTimeSpan, context.Time, context.Stop);
            return new Noted(p.What);
        });
        await using var connection = await OpenAsync(folder, waits);
        using var cancel = new CancellationTokenSource();

        var call = connection.Client.CallToolAsync("look_around", new Dictionary<string, object?> { ["what"] = "it" }, cancellationToken: cancel.Token);
        await began.Task;
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await call);
        await stopped.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Call_ToolThatIsNot_IsAProtocolError()
    {
        using var folder = new TemporaryFolder();
        await using var connection = await OpenAsync(folder, _look);

        var error = await Assert.ThrowsAsync<McpProtocolException>(() => connection.CallAsync("dance"));

        Assert.Equal(McpErrorCode.InvalidParams, error.ErrorCode);
    }

    private static Task<Connection> OpenAsync(TemporaryFolder folder, IOperation operation) => Connection.OpenAsync(Connection.Settings(folder.Path, operations: operation));
}
