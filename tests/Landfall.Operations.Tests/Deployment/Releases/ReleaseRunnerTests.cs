using System.Text.Json.Nodes;
using Amazon.Runtime;
using Landfall.Aws;
using Landfall.Config;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Releases;

namespace Landfall.Operations.Tests.Deployment.Releases;

public sealed class ReleaseRunnerTests : IDisposable
{
    private const string Definition = "arn:aws:ecs:eu-west-1:1:task-definition/shop-dev-api_release:7";

    private static readonly ReleaseCommand Command = new(
        "shop-dev-api", "api", "shop-dev", Definition, ["subnet-1", "subnet-2"], ["sg-1", "sg-2"], TimeSpan.FromMinutes(15));

    private readonly HttpStub _http;
    private readonly AwsSession _session;
    private readonly List<string> _said = [];
    private readonly Queue<string> _looks = new();
    private readonly SteppingTime _time = new(TimeSpan.FromMinutes(1));
    private string _running = "";
    private string _started = """{ "tasks": [{ "taskArn": "arn:task/shop-dev/new" }] }""";

    public ReleaseRunnerTests()
    {
        _http = HttpStub.Answering(Answer);
        _session = new AwsSession("eu-west-1", new HurriedTime(), new BasicAWSCredentials("AKIDEXAMPLE", "secret"), name => name == "AWS_ENDPOINT_URL" ? _http.Url : null);
    }

    public void Dispose()
    {
        _session.Dispose();
        _http.Dispose();
    }

    [Fact]
    public async Task Run_EndsWell_HasStartedOneTaskOnFargateInTheServicesNetwork()
    {
        Look("RUNNING");
        Look("STOPPED", """{ "name": "agent", "exitCode": 137 }, { "name": "api", "exitCode": 0 }""");

        Assert.Same(ReleaseEnd.Well, await RunAsync());

        var started = JsonNode.Parse(Assert.Single(Calls("RunTask")))!;
        Assert.Equal(("shop-dev", Definition, 1, "landfall-release"), ((string?)started["cluster"], (string?)started["taskDefinition"], (int?)started["count"], (string?)started["startedBy"]));
        Assert.Equal("""{"awsvpcConfiguration":{"subnets":["subnet-1","subnet-2"],"securityGroups":["sg-1","sg-2"],"assignPublicIp":"DISABLED"}}""", started["networkConfiguration"]!.ToJsonString());
        Assert.Equal("""[{"capacityProvider":"FARGATE","weight":1}]""", started["capacityProviderStrategy"]!.ToJsonString());
        Assert.Equal(64, ((string)started["clientToken"]!).Length);
        Assert.Equal("shop-dev-api_release", (string?)JsonNode.Parse(Assert.Single(Calls("ListTasks")))!["family"]);
        Assert.Equal("shop-dev-api: running the release command …", _said[0]);
        Assert.StartsWith("shop-dev-api: the release command has ended well after ", _said[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Twice_IsNotTheSameTaskToEcs()
    {
        Look("RUNNING");
        Look("STOPPED", """{ "name": "api", "exitCode": 0 }""");
        await RunAsync();
        Look("STOPPED", """{ "name": "api", "exitCode": 0 }""");
        await RunAsync();

        Assert.Equal(2, Calls("RunTask").Select(call => (string?)JsonNode.Parse(call)!["clientToken"]).Distinct().Count());
    }

    [Theory]
    [InlineData("""{ "name": "api", "exitCode": 3 }""", "container 'api' ended with exit code 3")]
    [InlineData("""{ "name": "api", "reason": "CannotPullContainerError: no" }""", "container 'api' did not start: CannotPullContainerError: no")]
    public async Task Run_DoesNotEndWell_TellsWhyWithTheLastLines(string container, string line)
    {
        Look("STOPPED", container);

        var end = await RunAsync();

        Assert.Equal("Essential container in task exited", end.Reason);
        Assert.Equal([line, "api | locked"], end.Evidence);
    }

    [Fact]
    public async Task Run_OnlyAnotherContainerEndsWell_HasFailed()
    {
        Look("STOPPED", """{ "name": "agent", "exitCode": 0 }, { "name": "api" }""");

        Assert.NotNull((await RunAsync()).Reason);
    }

    [Fact]
    public async Task Run_TakesTooLong_IsStoppedAndHasFailedWhateverItsExitCode()
    {
        for (var look = 0; look < 17; look++)
            Look("RUNNING");
        Look("STOPPED", """{ "name": "api", "exitCode": 0 }""");

        var end = await RunAsync();

        Assert.Equal("The release command did not end within 15m and was stopped.", end.Reason);
        var stopped = JsonNode.Parse(Assert.Single(Calls("StopTask")))!;
        Assert.Equal(("arn:task/shop-dev/new", "The release command's time is up (15m)."), ((string?)stopped["task"], (string?)stopped["reason"]));
    }

    [Fact]
    public async Task Run_DoesNotEndEvenWhenItIsStopped_SaysSo()
    {
        for (var look = 0; look < 40; look++)
            Look("RUNNING");

        Assert.Equal("The release command did not end within 15m, and its task arn:task/shop-dev/new could not be stopped.", (await RunAsync()).Reason);
    }

    [Fact]
    public async Task Run_SameCommandRunsStill_IsWaitedForAndNotStartedAgain()
    {
        _running = Definition;
        Look("RUNNING"); // as it is listed
        Look("STOPPED", """{ "name": "api", "exitCode": 0 }""");

        Assert.Null((await RunAsync()).Reason);
        Assert.Empty(Calls("RunTask"));
        Assert.Equal("shop-dev-api: the release command runs already; waiting for it to end …", _said[0]);
    }

    [Fact]
    public async Task Run_EarlierCommandRunsStill_StartsWhenThatHasEnded()
    {
        _running = "arn:aws:ecs:eu-west-1:1:task-definition/shop-dev-api_release:6";
        Look("RUNNING");
        Look("STOPPED", """{ "name": "api", "exitCode": 1 }""");
        Look("STOPPED", """{ "name": "api", "exitCode": 0 }""");

        Assert.Null((await RunAsync()).Reason);
        Assert.Single(Calls("RunTask"));
        Assert.Equal("shop-dev-api: an earlier release command still runs; waiting for it to end …", _said[0]);
    }

    [Fact]
    public async Task Run_EcsDoesNotStartIt_TellsItsReason()
    {
        _started = """{ "tasks": [], "failures": [{ "reason": "Capacity is unavailable at this time.", "detail": "" }] }""";

        var end = await RunAsync();

        Assert.StartsWith("The task could not be run: ", end.Reason, StringComparison.Ordinal);
        Assert.Contains("Capacity is unavailable at this time.", end.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_EcsGivesNoReason_TellsHowItWasStopped()
    {
        Look("STOPPED", """{ "name": "api", "exitCode": 3 }""", reason: "");

        Assert.Equal("EssentialContainerExited", (await RunAsync()).Reason);
    }

    [Fact]
    public async Task Run_TaskIsMissingNowAndThen_IsWaitedFor()
    {
        for (var times = 0; times < 2; times++)
        {
            for (var look = 0; look < MostMissed - 1; look++)
                _looks.Enqueue(Missing);
            Look("RUNNING");
        }

        Look("STOPPED", """{ "name": "api", "exitCode": 0 }""");

        Assert.Same(ReleaseEnd.Well, await RunAsync(LongCommand));
    }

    [Fact]
    public async Task Run_EcsKnowsTheTaskNoMore_SaysSoAndWhatToDo()
    {
        for (var look = 0; look < MostMissed; look++)
            _looks.Enqueue(Missing);

        var error = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(LongCommand));

        Assert.Equal("ECS does not know the task arn:task/shop-dev/new of the release command any more. Look at its log, then deploy again: the command runs again.", error.Message);
        Assert.Empty(_looks);
    }

    [Fact]
    public async Task Run_PersonStopsTheProgram_SaysThatTheCommandMayRun()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        var error = await Assert.ThrowsAsync<InterruptedDeploymentException>(() => Runner.RunAsync(Command, stop.Token));

        Assert.Equal("  shop-dev-api: the release command may still run", error.State);
    }

    private ReleaseRunner Runner => new(_session, TimeSpan.FromSeconds(3), _said.Add, _time);

    private Task<ReleaseEnd> RunAsync(ReleaseCommand? command = null) => Runner.RunAsync(command ?? Command, TestContext.Current.CancellationToken);

    private const string Missing = """{ "tasks": [], "failures": [{ "reason": "MISSING" }] }""";

    // A minute of looks.
    private const int MostMissed = 20;

    private static readonly ReleaseCommand LongCommand = Command with { Timeout = TimeSpan.FromHours(2) };

    private void Look(string status, string containers = "", string reason = "Essential container in task exited") => _looks.Enqueue($$"""
        { "tasks": [{ "taskArn": "arn:task/shop-dev/old", "taskDefinitionArn": "{{_running}}", "lastStatus": "{{status}}", "stopCode": "EssentialContainerExited", "stoppedReason": "{{reason}}", "containers": [{{containers}}] }] }
        """);

    private IReadOnlyList<string> Calls(string operation) =>
        [.. _http.Requests.Where(r => r.Headers.GetValueOrDefault("X-Amz-Target", "").EndsWith($".{operation}", StringComparison.Ordinal)).Select(r => r.Body)];

    private StubAnswer Answer(StubRequest request) => new(200, request.Headers.GetValueOrDefault("X-Amz-Target", "").Split('.')[^1] switch
    {
        "ListTasks" => _running.Length == 0 ? """{ "taskArns": [] }""" : """{ "taskArns": ["arn:task/shop-dev/old"] }""",
        "RunTask" => _started,
        "DescribeTasks" => _looks.Dequeue(),
        "DescribeTaskDefinition" => """{ "taskDefinition": { "containerDefinitions": [{ "name": "api", "logConfiguration": { "options": { "awslogs-group": "/shop/dev/api", "awslogs-stream-prefix": "release" } } }] } }""",
        "GetLogEvents" when request.Body.Contains("release/api/old", StringComparison.Ordinal) => """{ "events": [{ "message": "locked" }] }""",
        _ => "{}",
    });
}
