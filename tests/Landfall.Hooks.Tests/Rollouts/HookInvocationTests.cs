using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Hooks.Rollouts;
using Landfall.Hooks.Runtime;
using Microsoft.Extensions.Time.Testing;

namespace Landfall.Hooks.Tests.Rollouts;

public sealed class HookInvocationTests : IAsyncDisposable
{
    private const string Interfaces = "<r><item><privateIpAddress>10.0.0.7</privateIpAddress><set><item><privateIpAddress>10.0.0.7</privateIpAddress></item></set></item><item><privateIpAddress>10.0.1.9</privateIpAddress></item></r>";
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));
    private readonly LoopbackServer _aws;
    private readonly HttpClient _http = new();
    private string _interfaces = Interfaces;
    private string _probe = """{ "failures": [] }""";
    private string[] _probeHeaders = [];

    public HookInvocationTests() => _aws = new LoopbackServer(request => request.StartsWith("POST / ", StringComparison.Ordinal)
        ? LoopbackServer.Answer(_interfaces)
        : LoopbackServer.Answer(_probe, 200, _probeHeaders));

    [Fact]
    public async Task Answer_AChecksThatPasses_GoesOn()
    {
        var (answer, log) = await CallAsync(Event("POST_TEST_TRAFFIC_SHIFT", """{ "file": "checks/api.http", "timeoutSeconds": 300 }"""));

        Assert.Equal("""{"hookStatus":"SUCCEEDED"}""", answer.ToJsonString());
        Assert.Equal("""{"check":"checks/api.http","stage":"POST_TEST_TRAFFIC_SHIFT","deployment":"arn:deployment","status":"SUCCEEDED","reasons":[]}""", log.Trim());
        Assert.Contains("Filter.1.Value.1=ELB%20app%2Flb%2F1", _aws.Requests[0], StringComparison.Ordinal);
        Assert.StartsWith("POST /2015-03-31/functions/the-probe/invocations ", _aws.Requests[1], StringComparison.Ordinal);
        Assert.EndsWith("""{"file":"checks/api.http","base":"https://shop.example.com:9443","addresses":["10.0.0.7","10.0.1.9"]}""", _aws.Requests[1], StringComparison.Ordinal);
        Assert.All(_aws.Requests, request => Assert.Contains("Authorization: AWS4-HMAC-SHA256 Credential=AKID/20261126/eu-west-1/", request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answer_AfterTheShift_AsksWherePeopleDo()
    {
        await CallAsync(Event("POST_PRODUCTION_TRAFFIC_SHIFT", """{ "file": "a.http", "timeoutSeconds": "300" }"""));

        Assert.Contains("\"base\":\"https://shop.example.com\"", _aws.Requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ACheckThatFails_IsTriedAgainAndThenRollsBack()
    {
        _probe = """{ "failures": ["a.http:3 health: status 500, expected 200"] }""";
        var details = """{ "file": "a.http", "timeoutSeconds": 300 }""";
        var answers = new List<JsonNode>();
        for (var i = 0; i < HookInvocation.Tries; i++)
        {
            var (answer, log) = await CallAsync(Event("POST_TEST_TRAFFIC_SHIFT", details));
            Assert.Contains("status 500, expected 200", log, StringComparison.Ordinal);
            answers.Add(answer);
            details = answer["hookDetails"]!.ToJsonString();
            _time.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal(["IN_PROGRESS", "IN_PROGRESS", "FAILED"], answers.Select(answer => (string?)answer["hookStatus"]));
        Assert.Equal(10, (int?)answers[0]["callBackDelay"]);
        Assert.Equal("""{"file":"a.http","timeoutSeconds":300,"began":1795694400,"tries":3}""", details);
    }

    [Fact]
    public async Task Answer_WhenTheTimeIsUp_RollsBack()
    {
        _probe = """{ "failures": ["late"] }""";

        var (answer, _) = await CallAsync(Event("POST_TEST_TRAFFIC_SHIFT", $$"""{ "file": "a.http", "timeoutSeconds": 60, "began": {{_time.GetUtcNow().ToUnixTimeSeconds() - 55}}, "tries": 1 }"""));

        Assert.Equal("FAILED", (string?)answer["hookStatus"]);
    }

    [Theory]
    [InlineData("POST_TEST_TRAFFIC_SHIFT", 0, 0, "SUCCEEDED", 0)]
    [InlineData("POST_TEST_TRAFFIC_SHIFT", 100, 0, "IN_PROGRESS", 2)]
    [InlineData("POST_PRODUCTION_TRAFFIC_SHIFT", 100, 0, "SUCCEEDED", 0)]
    [InlineData("POST_PRODUCTION_TRAFFIC_SHIFT", 0, 100, "IN_PROGRESS", 2)]
    public async Task Answer_ARollback_Passes(string stage, int test, int production, string status, int asked)
    {
        _probe = """{ "failures": ["bad"] }""";

        var (answer, log) = await CallAsync(Event(stage, """{ "file": "a.http", "timeoutSeconds": 60 }""", test, production));

        Assert.Equal(status, (string?)answer["hookStatus"]);
        Assert.Equal(asked, _aws.Requests.Count);
        Assert.Equal(asked == 0, log.Contains("rolled back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answer_WithoutTheLoadBalancer_Fails()
    {
        _interfaces = "<r/>";

        var (_, log) = await CallAsync(Event("POST_TEST_TRAFFIC_SHIFT", """{ "file": "a.http", "timeoutSeconds": 60 }"""));

        Assert.Contains("app/lb/1 has no address in the network", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_AProbeThatBreaks_Throws()
    {
        _probeHeaders = ["X-Amz-Function-Error: Unhandled"];
        _probe = """{ "errorMessage": "out of memory" }""";

        var failure = await Assert.ThrowsAsync<AwsRefusedException>(() => CallAsync(Event("POST_TEST_TRAFFIC_SHIFT", """{ "file": "a.http", "timeoutSeconds": 60 }""")));

        Assert.Contains("out of memory", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_NeitherAFileNorATask_Throws() =>
        await Assert.ThrowsAsync<JsonException>(() => CallAsync(Event("POST_TEST_TRAFFIC_SHIFT", """{ "timeoutSeconds": 60 }""")));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _aws.DisposeAsync();
    }

    private static string Event(string stage, string details, int test = 100, int production = 100) => $$"""
        {
          "executionId": "e-1", "lifecycleStage": "{{stage}}", "resourceArn": "arn:deployment",
          "executionDetails": {
            "serviceArn": "arn:service", "targetServiceRevisionArn": "arn:new",
            "testTrafficWeights": { "arn:new": {{test}}, "arn:old": {{100 - test}} },
            "productionTrafficWeights": { "arn:new": {{production}}, "arn:old": {{100 - production}} }
          },
          "hookDetails": {{details}}
        }
        """;

    private Task<(JsonNode Answer, string Log)> CallAsync(string payload) => HookCall.RunAsync(_http, _aws.Url, _time, payload, ("PROBE_FUNCTION", "the-probe"));
}
