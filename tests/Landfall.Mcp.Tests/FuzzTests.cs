using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using ModelContextProtocol.Server;

namespace Landfall.Mcp.Tests;

/// <summary>What no client should send: it is answered with an error, or not at all, and the next good call works.</summary>
public sealed class FuzzTests
{
    private const int Seed = 20261127;
    private const int Messages = 1000;

    private static readonly string[] Methods =
        ["tools/call", "tools/list", "resources/read", "prompts/get", "ping", "initialize", "server/discover", "notifications/cancelled", "no/such", "", "completion/complete", "logging/setLevel"];

    private static readonly string[] Pieces =
    [
        "null", "true", "-1", "1e999", "\"\"", "\"\\ud800\"", "[]", "{}", "[[[[]]]]", "\"deploy\"", "\"landfall://plan/../x\"", "{\"name\":\"deploy\",\"arguments\":{\"folder\":\"/\"}}",
        "{\"name\":\"graph\",\"arguments\":{\"folder\":[1]}}", "{\"name\":\"graph\",\"arguments\":[]}", "{\"name\":5}", "{\"name\":\"validate\",\"arguments\":{\"folder\":\"..\"}}", "{\"uri\":\"landfall://\"}", "{\"uri\":\"landfall://plan/%00\"}",
        "{\"requestId\":1}", "{\"_meta\":{\"progressToken\":{}}}", "{\"name\":\"investigate\",\"arguments\":{\"service\":1}}",
    ];

    [Fact]
    public async Task Serve_AThousandBrokenMessages_StillAnswersAGoodOne()
    {
        using var folder = new TemporaryFolder();
        var (toServer, toClient) = (new Pipe(), new Pipe(new PipeOptions(pauseWriterThreshold: 0)));
        var serving = LandfallMcpServer.ServeAsync(
            Connection.Settings(folder.Path), new StreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream()), TestContext.Current.CancellationToken);
        var input = toServer.Writer.AsStream();
        using var answers = new StreamReader(toClient.Reader.AsStream());
        var random = new Random(Seed);

        await SendAsync(input, """{"jsonrpc":"2.0","id":"first","method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"fuzz","version":"1"}}}""");
        await SendAsync(input, """{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        for (var i = 0; i < Messages; i++)
            await SendAsync(input, Broken(random));
        await SendAsync(input, """{"jsonrpc":"2.0","id":"last","method":"tools/call","params":{"name":"validate","arguments":{}}}""");

        var seen = 0;
        while (await answers.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            seen++;
            using var message = JsonDocument.Parse(line); // nothing but the protocol
            Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
            if (message.RootElement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() == "last")
            {
                Assert.True(message.RootElement.TryGetProperty("result", out _), line);
                break;
            }
        }

        Assert.InRange(seen, 100, Messages + 2);
        await input.DisposeAsync();
        await serving;
    }

    private static string Broken(Random random)
    {
        var whole = $$"""{"jsonrpc":"{{(random.Next(8) == 0 ? "1.0" : "2.0")}}","id":{{Id(random)}},"method":"{{Methods[random.Next(Methods.Length)]}}","params":{{Pieces[random.Next(Pieces.Length)]}}}""";
        return random.Next(6) switch
        {
            0 => whole[..random.Next(whole.Length)],
            1 => new string([.. whole.Select(sign => random.Next(20) == 0 ? (char)random.Next(32, 127) : sign)]),
            2 => new string('[', random.Next(1, 500)),
            3 => $$"""{"jsonrpc":"2.0","id":{{Id(random)}},"result":{{Pieces[random.Next(Pieces.Length)]}}}""",
            _ => whole,
        };
    }

    private static string Id(Random random) => random.Next(5) switch { 0 => "null", 1 => "\"a\"", 2 => "1.5", 3 => "{}", _ => $"{random.Next(100)}" };

    private static async Task SendAsync(Stream input, string line) =>
        await input.WriteAsync(Encoding.UTF8.GetBytes(line.Replace('\n', ' ') + "\n"), TestContext.Current.CancellationToken);
}
