using System.Text.Json.Nodes;
using Amazon.Runtime;
using Landfall.Aws;
using Landfall.Config;
using Landfall.Operations.Deployment.Failures;

namespace Landfall.Operations.Tests.Deployment.Failures;

public sealed class FailedChecksTests : IDisposable
{
    private static readonly DateTimeOffset Began = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _said = [];
    private readonly List<(string Id, string Message)> _log = [];
    private readonly HttpStub _http;
    private readonly AwsSession _session;
    private int _status = 200;

    public FailedChecksTests()
    {
        _http = HttpStub.Answering(_ => new StubAnswer(_status, _status == 200
            ? new JsonObject { ["events"] = new JsonArray([.. _log.Select(line => new JsonObject { ["eventId"] = line.Id, ["message"] = line.Message })]) }.ToJsonString()
            : """{"__type":"AccessDeniedException"}"""));
        _session = new AwsSession("eu-west-1", new HurriedTime(), new BasicAWSCredentials("AKIDEXAMPLE", "secret"), name => name == "AWS_ENDPOINT_URL" ? _http.Url : null);
    }

    public void Dispose()
    {
        _session.Dispose();
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Look_ACheckFails_IsSaidOnceWithItsReasons()
    {
        var checks = Checks();
        _log.Add(("1", "START RequestId: 1"));
        _log.Add(("2", """{"check":"checks/api.http","stage":"POST_TEST_TRAFFIC_SHIFT","deployment":"d","status":"IN_PROGRESS","reasons":["checks/api.http:1 GET /: status 500, expected 2xx"]}"""));
        await LookAsync(checks);
        await LookAsync(checks);
        Assert.Empty(checks.Of("shop-dev-api"));

        _log.Add(("3", """{"check":"checks/api.http","stage":"POST_TEST_TRAFFIC_SHIFT","deployment":"d","status":"FAILED","reasons":["checks/api.http:1 GET /: status 500, expected 2xx"]}"""));
        _log.Add(("4", """{"check":"checks/b.http","status":"SUCCEEDED","reasons":[]}"""));
        await LookAsync(checks);

        Assert.Equal(
            [
                "shop-dev-api: the check checks/api.http of api fails, and is tried again:",
                "  checks/api.http:1 GET /: status 500, expected 2xx",
                "shop-dev-api: the check checks/api.http of api has failed, and ECS rolls the deployment back:",
                "  checks/api.http:1 GET /: status 500, expected 2xx",
            ],
            _said);
        Assert.Equal(["the check checks/api.http of api has failed, and ECS rolls the deployment back:", "  checks/api.http:1 GET /: status 500, expected 2xx"], checks.Of("shop-dev-api"));
        var asked = JsonNode.Parse(_http.Requests[0].Body)!;
        Assert.Equal(("/shop/dev/api/checks", Began.ToUnixTimeMilliseconds()), ((string?)asked["logGroupName"], (long)asked["startTime"]!));
    }

    [Fact]
    public async Task Look_ATaskThatChecks_IsSaidOnceWhileItRunsAndWithItsLogWhenItFails()
    {
        var checks = Checks();
        foreach (var id in new[] { "1", "2" })
        {
            _log.Add((id, """{"check":"npm run smoke","status":"IN_PROGRESS","reasons":[],"task":"arn:aws:ecs:eu-west-1:1:task/shop-dev/0123abcd"}"""));
            await LookAsync(checks);
        }

        _log.Add(("3", """{"check":"npm run smoke","status":"FAILED","reasons":["exit code 1: Essential container in task exited","its log is the stream api/api/0123abcd of /shop/dev/api"],"task":"arn:aws:ecs:eu-west-1:1:task/shop-dev/0123abcd"}"""));
        await LookAsync(checks);

        Assert.Equal(
            [
                "shop-dev-api: the check npm run smoke of api runs as the task 0123abcd …",
                "shop-dev-api: the check npm run smoke of api has failed, and ECS rolls the deployment back:",
                "  exit code 1: Essential container in task exited",
                "  its log is the stream api/api/0123abcd of /shop/dev/api",
            ],
            _said);
    }

    [Theory]
    [InlineData(403, "api")]
    [InlineData(200, "plain")]
    public async Task Look_MayNotOrNeedNotLook_SaysNothing(int status, string service)
    {
        _status = status;
        _log.Add(("1", "{ no json"));
        _log.Add(("2", """{"check":1,"status":"FAILED"}"""));

        await LookAsync(Checks(), service);
        await LookAsync(Checks());

        Assert.Empty(_said);
        Assert.Equal(status == 200 ? 1 : 2, _http.Requests.Count);
    }

    private static Task LookAsync(FailedChecks checks, string service = "api") =>
        checks.LookAsync($"shop-dev-{service}", $"arn:aws:ecs:eu-west-1:1:service/shop-dev/{service}", TestContext.Current.CancellationToken);

    private FailedChecks Checks()
    {
        _folder.Write("checks/api.http", "GET /");
        _folder.Write("landfall.yaml", """
            app: shop
            region: eu-west-1
            environments: { dev: {} }
            services:
              api: { type: web, image: n, path: /a, deploy: { strategy: blueGreen, checks: [checks/api.http] } }
              plain: { type: web, image: n, path: /b }
            """);
        var plan = PlanResolver.Resolve(ConfigLoader.Load(_folder.Path, _ => null).Config!, "dev", null);
        return new FailedChecks(_session, plan, Began, _said.Add);
    }
}
