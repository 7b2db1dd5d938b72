using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Landfall.Hooks.Tests.Tasks;

public sealed class TaskCheckTests : IAsyncDisposable
{
    private const string Arn = "arn:aws:ecs:eu-west-1:111111111111:task/shop-dev/0123abcd";
    private const string Definition = "arn:aws:ecs:eu-west-1:111111111111:task-definition/shop-dev-api:7";
    private const string Logs = "its log is the stream api/api/0123abcd of /shop/dev/api";

    private const string Given =
        $$$"""{ "task": { "title": "npm run smoke", "definition": "{{{Definition}}}", "container": "api", "command": ["npm", "run", "smoke"], "logs": "api" }, "timeoutSeconds": "300" }""";

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 26, 12, 0, 0, TimeSpan.Zero));
    private readonly LoopbackServer _aws;
    private readonly HttpClient _http = new();
    private string _interfaces = "<r><privateIpAddress>10.0.1.9</privateIpAddress><privateIpAddress>10.0.0.7</privateIpAddress></r>";
    private (int Status, string Body) _run = (200, $$"""{ "tasks": [{ "taskArn": "{{Arn}}", "lastStatus": "PROVISIONING" }], "failures": [] }""");
    private (int Status, string Body) _described = (200, Described("RUNNING", null, null));
    private (int Status, string Body) _stopped = (200, "{}");

    public TaskCheckTests() => _aws = new LoopbackServer(request =>
    {
        var (status, body) = Operation(request) switch
        {
            "RunTask" => _run,
            "DescribeTasks" => _described,
            "StopTask" => _stopped,
            _ => (200, _interfaces),
        };
        return LoopbackServer.Answer(body, status);
    });

    [Fact]
    public async Task Answer_TheFirstCall_StartsTheTaskOfTheNewVersionBesideIt()
    {
        var (answer, log) = await CallAsync(Given);

        Assert.Equal("IN_PROGRESS", (string?)answer["hookStatus"]);
        Assert.Equal(10, (int?)answer["callBackDelay"]);
        Assert.Equal(Arn, (string?)answer["hookDetails"]!["running"]);
        Assert.Equal($$"""{"check":"npm run smoke","stage":"POST_TEST_TRAFFIC_SHIFT","deployment":"arn:deployment","status":"IN_PROGRESS","reasons":[],"task":"{{Arn}}"}""", log.Trim());
        var request = Requests("RunTask").Single();
        Assert.Contains("SignedHeaders=content-type;host;x-amz-date;x-amz-target,", request, StringComparison.Ordinal);
        var body = Body(request);
        Assert.Equal(Definition, (string?)body["taskDefinition"]);
        Assert.Equal("shop-dev", (string?)body["cluster"]);
        Assert.Equal("landfall-check", (string?)body["startedBy"]);
        Assert.Equal(64, ((string)body["clientToken"]!).Length);
        Assert.Equal("""[{"capacityProvider":"FARGATE","weight":1}]""", body["capacityProviderStrategy"]!.ToJsonString());
        Assert.Equal("""{"awsvpcConfiguration":{"subnets":["subnet-1","subnet-2"],"securityGroups":["sg-1","sg-2","sg-3"],"assignPublicIp":"DISABLED"}}""", body["networkConfiguration"]!.ToJsonString());
        Assert.Equal(
            """{"containerOverrides":[{"name":"api","command":["npm","run","smoke"],"environment":[{"name":"LANDFALL_TEST_URL","value":"https://shop.example.com:9443"},{"name":"LANDFALL_TEST_ADDRESS","value":"10.0.0.7"}]}]}""",
            body["overrides"]!.ToJsonString());
    }

    [Fact]
    public async Task Answer_AfterTheShift_ChecksWherePeopleAsk()
    {
        await CallAsync(Given, "POST_PRODUCTION_TRAFFIC_SHIFT");

        Assert.Contains("""{"name":"LANDFALL_TEST_URL","value":"https://shop.example.com"}""", Requests("RunTask").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_AnImagesOwnCommand_IsLeftToIt()
    {
        await CallAsync("""{ "task": { "title": "probe:1", "definition": "d", "container": "check", "logs": "check" }, "timeoutSeconds": 300 }""");

        Assert.Null(Body(Requests("RunTask").Single())["overrides"]!["containerOverrides"]![0]!["command"]);
    }

    [Fact]
    public async Task Answer_WhileTheTaskRuns_CallsAgainAndStartsNoOther()
    {
        var details = await StartAsync();
        for (var i = 0; i < 3; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(10));
            var (answer, _) = await CallAsync(details);
            Assert.Equal("IN_PROGRESS", (string?)answer["hookStatus"]);
            details = answer["hookDetails"]!.ToJsonString();
        }

        Assert.Single(Requests("RunTask"));
        Assert.Equal($$"""{"cluster":"shop-dev","tasks":["{{Arn}}"]}""", Body(Requests("DescribeTasks")[0]).ToJsonString());
        Assert.Empty(Requests("StopTask"));
    }

    [Theory]
    [InlineData("EssentialContainerExited", 0, "SUCCEEDED")]
    [InlineData("EssentialContainerExited", 3, "FAILED")]
    [InlineData("UserInitiated", 0, "FAILED")] // stopped before it had checked
    [InlineData("TaskFailedToStart", null, "FAILED")]
    public async Task Answer_ATaskThatHasEnded_IsJudgedByItsExitCode(string stopCode, int? exitCode, string status)
    {
        var details = await StartAsync();
        _described = (200, Described("STOPPED", stopCode, exitCode));

        var (answer, log) = await CallAsync(details);

        Assert.Equal(status, (string?)answer["hookStatus"]);
        Assert.Equal(status == "FAILED", log.Contains(Logs, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Answer_ATaskThatFails_SaysExitCodeReasonAndLog()
    {
        var details = await StartAsync();
        _described = (200, Described("STOPPED", "EssentialContainerExited", 137));

        var (_, log) = await CallAsync(details);

        Assert.Equal(["exit code 137: OutOfMemoryError: Essential container in task exited", Logs], Reasons(log));
    }

    [Fact]
    public async Task Answer_ATaskThatDidNotStart_SaysWhy()
    {
        var details = await StartAsync();
        _described = (200, $$"""{ "tasks": [{ "taskArn": "{{Arn}}", "lastStatus": "STOPPED", "stopCode": "TaskFailedToStart", "stoppedReason": "CannotPullContainerError: not found", "containers": [{ "name": "api" }] }] }""");

        var (_, log) = await CallAsync(details);

        Assert.Equal(["its container has not run: CannotPullContainerError: not found", Logs], Reasons(log));
    }

    [Fact]
    public async Task Answer_WhenTheTimeIsUp_StopsTheTaskAndRollsBack()
    {
        var details = await StartAsync();
        _time.Advance(TimeSpan.FromSeconds(295));
        var (last, _) = await CallAsync(details);
        Assert.Equal(5, (int?)last["callBackDelay"]); // not after the end
        _time.Advance(TimeSpan.FromSeconds(5));

        var (answer, log) = await CallAsync(details);

        Assert.Equal("FAILED", (string?)answer["hookStatus"]);
        Assert.Equal($$"""{"cluster":"shop-dev","task":"{{Arn}}","reason":"The check\u0027s time is up (300 s)."}""", Text(Requests("StopTask").Single()));
        Assert.Equal(["it did not end within 300 s, and its task is stopped", Logs], Reasons(log));
    }

    [Fact]
    public async Task Answer_ATaskThatEndsAtTheLastMoment_IsJudgedByItsEnd()
    {
        var details = await StartAsync();
        _described = (200, Described("STOPPED", "EssentialContainerExited", 0));
        _time.Advance(TimeSpan.FromSeconds(400));

        Assert.Equal("SUCCEEDED", (string?)(await CallAsync(details)).Answer["hookStatus"]);
    }

    [Fact]
    public async Task Answer_ATaskThatCannotBeStopped_SaysThatItMayStillRun()
    {
        var details = await StartAsync();
        _time.Advance(TimeSpan.FromSeconds(300));
        _stopped = Denied("StopTask");

        var (answer, log) = await CallAsync(details);

        Assert.Equal("FAILED", (string?)answer["hookStatus"]);
        Assert.Contains($"its task {Arn} (npm run smoke) could not be stopped and may still run: ECS refused StopTask: AccessDeniedException", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_TheSameFirstCallAgain_AsksForTheSameStart()
    {
        await CallAsync(Given);
        await CallAsync(Given);
        await CallAsync(Given, deployment: "arn:another");

        var tokens = Requests("RunTask").Select(request => (string?)Body(request)["clientToken"]).ToList();
        Assert.Equal(tokens[0], tokens[1]);
        Assert.NotEqual(tokens[0], tokens[2]);
    }

    [Fact]
    public async Task Answer_AStartWhoseAnswerWasLost_GoesOnWithThatTask()
    {
        _run = (400, $$"""{ "__type": "ConflictException", "message": "The provided clientToken is already in use", "resourceIds": ["{{Arn}}"] }""");

        var (answer, _) = await CallAsync(Given);

        Assert.Equal(("IN_PROGRESS", Arn), ((string?)answer["hookStatus"], (string?)answer["hookDetails"]!["running"]));
    }

    [Fact]
    public async Task Answer_WithoutCapacity_AsksAgainWithAnotherTokenUntilTheTimeIsUp()
    {
        var before = _run;
        _run = (200, """{ "tasks": [], "failures": [{ "arn": "a", "reason": "Capacity is unavailable at this time." }] }""");
        var (answer, log) = await CallAsync(Given);
        Assert.Equal("IN_PROGRESS", (string?)answer["hookStatus"]);
        Assert.Equal(["ECS started no task: Capacity is unavailable at this time."], Reasons(log));
        var details = answer["hookDetails"]!.ToJsonString();

        _time.Advance(TimeSpan.FromSeconds(300));
        var (late, lateLog) = await CallAsync(details);
        Assert.Equal("FAILED", (string?)late["hookStatus"]);
        Assert.Equal(["its task could not be started within 300 s", "ECS started no task: Capacity is unavailable at this time."], Reasons(lateLog));
        Assert.Empty(Requests("StopTask"));

        _run = before;
        Assert.Equal(Arn, (string?)(await CallAsync(details)).Answer["hookDetails"]!["running"]);
        Assert.Equal(2, Requests("RunTask").Select(request => (string?)Body(request)["clientToken"]).Distinct().Count());
    }

    [Fact]
    public async Task Answer_AStartWithoutAClearAnswer_AsksForTheSameStart()
    {
        var before = _run;
        _run = (500, """{ "__type": "ServerException", "message": "later" }""");
        var (answer, log) = await CallAsync(Given);
        Assert.Equal(["ECS refused RunTask: ServerException: later"], Reasons(log));
        _run = before;

        var (then, _) = await CallAsync(answer["hookDetails"]!.ToJsonString());

        Assert.Equal(Arn, (string?)then["hookDetails"]!["running"]);
        Assert.Single(Requests("RunTask").Select(request => (string?)Body(request)["clientToken"]).Distinct());
    }

    [Theory]
    [InlineData(400, """{ "__type": "com.amazonaws.ecs#ThrottlingException", "message": "Rate exceeded" }""")]
    [InlineData(503, "unavailable")]
    public async Task Answer_AThrottledLook_LooksAgain(int status, string body)
    {
        var details = await StartAsync();
        _described = (status, body);

        var (answer, _) = await CallAsync(details);

        Assert.Equal(("IN_PROGRESS", Arn), ((string?)answer["hookStatus"], (string?)answer["hookDetails"]!["running"]));
    }

    [Fact]
    public async Task Answer_ATaskThatEcsDoesNotKnowYet_LooksAgain()
    {
        var details = await StartAsync();
        _described = (200, $$"""{ "tasks": [], "failures": [{ "arn": "{{Arn}}", "reason": "MISSING" }] }""");

        Assert.Equal("IN_PROGRESS", (string?)(await CallAsync(details)).Answer["hookStatus"]);
    }

    [Fact]
    public async Task Answer_AStartThatIsDenied_RollsBackAndNamesTheAction()
    {
        _run = Denied("RunTask");

        var (answer, log) = await CallAsync(Given);

        Assert.Equal("FAILED", (string?)answer["hookStatus"]);
        Assert.Contains("needs the action ecs:RunTask.", Reasons(log).Single(), StringComparison.Ordinal);
        Assert.Contains("is not authorized to perform: ecs:RunTask on resource: r", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_AStartThatEcsRefuses_RollsBack()
    {
        _run = (400, """{ "__type": "InvalidParameterException", "message": "TaskDefinition is inactive" }""");

        var (answer, log) = await CallAsync(Given);

        Assert.Equal("FAILED", (string?)answer["hookStatus"]);
        Assert.Equal(["ECS refused RunTask: InvalidParameterException: TaskDefinition is inactive"], Reasons(log));
    }

    [Fact]
    public async Task Answer_WithoutTheLoadBalancer_StartsNothingYet()
    {
        _interfaces = "<r/>";

        var (answer, log) = await CallAsync(Given);

        Assert.Equal("IN_PROGRESS", (string?)answer["hookStatus"]);
        Assert.Equal(["the load balancer app/lb/1 has no address in the network"], Reasons(log));
        Assert.Empty(Requests("RunTask"));
    }

    [Fact]
    public async Task Answer_ARollback_ChecksNothingAndStopsWhatStillRuns()
    {
        var (first, _) = await CallAsync(Given, weight: 0);
        Assert.Equal("SUCCEEDED", (string?)first["hookStatus"]);
        Assert.Empty(_aws.Requests);

        var details = await StartAsync();
        var (answer, log) = await CallAsync(details, weight: 0);

        Assert.Equal("SUCCEEDED", (string?)answer["hookStatus"]);
        Assert.Contains(Arn, Requests("StopTask").Single(), StringComparison.Ordinal);
        Assert.Equal(["the deployment is rolled back, so that there is nothing to check"], Reasons(log));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _aws.DisposeAsync();
    }

    private static (int Status, string Body) Denied(string operation) =>
        (400, $$"""{ "__type": "AccessDeniedException", "Message": "User: u is not authorized to perform: ecs:{{operation}} on resource: r" }""");

    private static string Described(string status, string? stopCode, int? exitCode) => new JsonObject
    {
        ["tasks"] = new JsonArray(new JsonObject
        {
            ["taskArn"] = Arn,
            ["lastStatus"] = status,
            ["stopCode"] = stopCode,
            ["stoppedReason"] = "Essential container in task exited",
            ["containers"] = new JsonArray(
                new JsonObject { ["name"] = "agent", ["exitCode"] = 0 },
                new JsonObject { ["name"] = "api", ["exitCode"] = exitCode, ["reason"] = exitCode == 137 ? "OutOfMemoryError" : null }),
        }),
    }.ToJsonString();

    private static string? Operation(string request) =>
        request.Split('\n').FirstOrDefault(line => line.StartsWith("x-amz-target:", StringComparison.OrdinalIgnoreCase))?.Trim().Split('.')[^1];

    private static string Text(string request) => request[(request.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];

    private static JsonNode Body(string request) => JsonNode.Parse(Text(request))!;

    private static string[] Reasons(string log) => [.. JsonNode.Parse(log)!["reasons"]!.AsArray().Select(reason => (string)reason!)];

    private List<string> Requests(string operation) => [.. _aws.Requests.Where(request => Operation(request) == operation)];

    private async Task<string> StartAsync() => (await CallAsync(Given)).Answer["hookDetails"]!.ToJsonString();

    private Task<(JsonNode Answer, string Log)> CallAsync(string details, string stage = "POST_TEST_TRAFFIC_SHIFT", string deployment = "arn:deployment", int weight = 100)
    {
        var payload = $$"""
            {
              "executionId": "e-1", "lifecycleStage": "{{stage}}", "resourceArn": "{{deployment}}",
              "executionDetails": { "serviceArn": "arn:service", "targetServiceRevisionArn": "arn:new", "testTrafficWeights": { "arn:new": {{weight}} }, "productionTrafficWeights": { "arn:new": {{weight}} } },
              "hookDetails": {{details}}
            }
            """;
        return HookCall.RunAsync(
            _http, _aws.Url, _time, payload,
            ("CLUSTER", "shop-dev"), ("SUBNETS", "subnet-1,subnet-2"), ("SECURITY_GROUPS", "sg-1,sg-2,sg-3"), ("LOG_GROUP", "/shop/dev/api"));
    }
}
