using Landfall.Hooks.Probes;
using Landfall.Hooks.Runtime;

namespace Landfall.Hooks.Tests.Runtime;

public sealed class RuntimeLoopTests
{
    [Fact]
    public async Task Next_ACall_IsAnswered()
    {
        await using var site = new LoopbackServer(_ => LoopbackServer.Answer("up"));
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.http", "# @expect body == down\nGET /\n");
        var call = $$"""{ "file": "{{file}}", "base": "http://shop.example.com:{{site.Port}}", "addresses": ["127.0.0.1"] }""";

        var posted = await RunAsync(call);

        Assert.StartsWith("POST /2018-06-01/runtime/invocation/call-1/response ", posted, StringComparison.Ordinal);
        Assert.EndsWith($$"""{"failures":["{{file}}:2 GET /: body is \u0027up\u0027, expected == \u0027down\u0027"]}""", posted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Next_AFileWithFaults_SaysWhere()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("a.http", "GET nowhere");

        var posted = await RunAsync($$"""{ "file": "{{file}}", "base": "http://a", "addresses": [] }""");

        Assert.Contains("a.http:1:5 ", posted, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no json", "JsonException")]
    [InlineData("""{ "file": "missing.http", "base": "http://a", "addresses": [] }""", "FileNotFoundException")]
    public async Task Next_ACallThatFails_IsReportedAsAnError(string call, string kind)
    {
        var posted = await RunAsync(call);

        Assert.StartsWith("POST /2018-06-01/runtime/invocation/call-1/error ", posted, StringComparison.Ordinal);
        Assert.Contains($"\"errorType\":\"{kind}\"", posted, StringComparison.Ordinal);
    }

    /// <summary>Serves one call, and gives what the function posted.</summary>
    private static async Task<string> RunAsync(string call)
    {
        await using var runtime = new LoopbackServer(request => request.StartsWith("GET", StringComparison.Ordinal)
            ? LoopbackServer.Answer(call, 200, "Lambda-Runtime-Aws-Request-Id: call-1")
            : LoopbackServer.Answer("{}", 202));
        using var http = new HttpClient();
        using var log = new StringWriter();

        await new RuntimeLoop(http, $"127.0.0.1:{runtime.Port}", new ProbeInvocation(TimeProvider.System), log).NextAsync(TestContext.Current.CancellationToken);

        return runtime.Requests[1];
    }
}
