using System.Text.Json.Nodes;
using Amazon.Runtime;
using Landfall.Aws;
using Landfall.Aws.Containers;
using Landfall.Operations.Deployment.Failures;

namespace Landfall.Operations.Tests.Deployment.Failures;

public sealed class ServiceInspectorTests : IDisposable
{
    private const string Arn = "arn:aws:ecs:eu-west-1:1:service/shop/api";

    private static readonly DateTimeOffset Since = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly HttpStub _http;
    private readonly AwsSession _session;
    private readonly List<string> _tasks = [];
    private string _service = """{ "taskDefinition": "td:2", "loadBalancers": [{ "targetGroupArn": "tg" }] }""";
    private string _targets = "";

    public ServiceInspectorTests()
    {
        _http = HttpStub.Answering(request => new StubAnswer(200, Answer(request)));
        _session = new AwsSession("eu-west-1", new HurriedTime(), new BasicAWSCredentials("AKIDEXAMPLE", "secret"), name => name == "AWS_ENDPOINT_URL" ? _http.Url : null);
    }

    public void Dispose()
    {
        _session.Dispose();
        _http.Dispose();
    }

    [Fact]
    public async Task Inspect_TaskThatFailed_TellsOfItsContainersItsTargetsAndItsLog()
    {
        _tasks.Add(Task("""{ "name": "api", "exitCode": 1 }, { "name": "proxy", "exitCode": 137, "reason": "OutOfMemoryError: killed" }, { "name": "agent", "reason": "CannotPullContainerError: no" }, { "name": "idle" }"""));
        _targets = Target("10.0.0.1", "unhealthy", "Target.ResponseCodeMismatch", "Health checks failed with these codes: [500]")
            + Target("10.0.0.2", "unavailable", "Target.HealthCheckDisabled", "") + Target("10.0.0.3", "healthy", "", "");

        var failure = await InspectAsync();

        Assert.NotNull(failure);
        Assert.Equal(("shop-dev-api", "Service", "Essential container in task exited"), (failure.Stack, failure.Resource, failure.Reason));
        Assert.Equal(
            [
                "container 'api' ended with exit code 1",
                "container 'proxy' ended with exit code 137: OutOfMemoryError: killed",
                "container 'agent' did not start: CannotPullContainerError: no",
                "target 10.0.0.1:8080 is unhealthy: Health checks failed with these codes: [500]",
                "target 10.0.0.2:8080 is unavailable: Target.HealthCheckDisabled",
                "api | one",
                "api | two",
            ],
            failure.Evidence);
    }

    [Fact]
    public async Task Inspect_ServiceIsGone_TellsOfItsTaskAlone()
    {
        _service = "";
        _tasks.Add(Task("""{ "name": "api", "exitCode": 1 }""", definition: "td:1"));

        Assert.Equal(["container 'api' ended with exit code 1"], (await InspectAsync())!.Evidence.Where(line => !line.StartsWith("api |", StringComparison.Ordinal)));
        Assert.DoesNotContain(_http.Requests, r => r.Body.Contains("DescribeTargetHealth", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Inspect_TaskWithoutAReason_SaysEcsCode()
    {
        _tasks.Add(Task("""{ "name": "api", "exitCode": 1 }""", reason: ""));

        Assert.Equal("EssentialContainerExited", (await InspectAsync())!.Reason);
    }

    [Theory]
    [InlineData("service:api", "td:2", -120, "EssentialContainerExited", true)] // the clocks may differ by two minutes
    [InlineData("service:api", "td:2", -121, "EssentialContainerExited", false)]
    [InlineData("service:other", "td:2", 1, "EssentialContainerExited", false)]
    [InlineData("service:api", "td:1", 1, "EssentialContainerExited", false)]
    [InlineData("service:api", "td:2", 1, "UserInitiated", false)]
    public async Task Inspect_TaskThatEnded_IsTheServicesOwnOfNowThatFailed(string group, string definition, int second, string code, bool expected)
    {
        _tasks.Add(Task("", group, definition, second, code));

        Assert.Equal(expected, await InspectAsync() is not null);
    }

    [Fact]
    public async Task Inspect_ArnWithoutItsCluster_IsNotLookedAt()
    {
        Assert.Null(await InspectAsync("arn:aws:ecs:eu-west-1:1:service/api"));
        Assert.Empty(_http.Requests);
    }

    [Theory]
    [InlineData("TaskFailedToStart", "CannotPullContainerError: …", true)]
    [InlineData("EssentialContainerExited", "Essential container in task exited", true)]
    [InlineData("ServiceSchedulerInitiated", "Task failed ELB health checks in (target-group arn:…)", true)]
    [InlineData("ServiceSchedulerInitiated", "Task failed container health checks", true)]
    [InlineData("ServiceSchedulerInitiated", "Scaling activity initiated by (deployment ecs-svc/1)", false)]
    [InlineData("UserInitiated", "Task stopped by user", false)]
    [InlineData("SpotInterruption", "Your Spot Task was interrupted.", false)]
    public void HasFailed_StopCode_TellsFailureFromTheCourseOfThings(string code, string reason, bool expected) =>
        Assert.Equal(expected, ServiceInspector.HasFailed(new StoppedTask("arn:x/y/z", "arn:td", "service:api", code, reason, DateTimeOffset.UnixEpoch, [])));

    private Task<ServiceFailure?> InspectAsync(string arn = Arn) =>
        new ServiceInspector(_session).InspectAsync("shop-dev-api", "Service", arn, Since, TestContext.Current.CancellationToken);

    private string Answer(StubRequest request) => request.Headers.GetValueOrDefault("X-Amz-Target", "").Split('.')[^1] switch
    {
        "DescribeServices" => $$"""{ "services": [{{_service}}] }""",
        "ListTasks" => new JsonObject { ["taskArns"] = new JsonArray([.. _tasks.Select((_, i) => JsonValue.Create($"task/{i}"))]) }.ToJsonString(),
        "DescribeTasks" => $$"""{ "tasks": [{{string.Join(',', _tasks)}}] }""",
        "DescribeTaskDefinition" => """{ "taskDefinition": { "containerDefinitions": [{ "name": "api", "logConfiguration": { "options": { "awslogs-group": "/shop/dev/api", "awslogs-stream-prefix": "api" } } }] } }""",
        "GetLogEvents" when request.Body.Contains("api/api/0f", StringComparison.Ordinal) => """{ "events": [{ "message": "one" }, { "message": "two" }] }""",
        _ => $"<R><TargetHealthDescriptions>{_targets}</TargetHealthDescriptions></R>",
    };

    private static string Task(
        string containers, string group = "service:api", string definition = "td:2", int second = 1, string code = "EssentialContainerExited", string reason = "Essential container in task exited") =>
        $$"""
        {
          "taskArn": "arn:aws:ecs:eu-west-1:1:task/shop/0f", "taskDefinitionArn": "{{definition}}", "group": "{{group}}", "lastStatus": "STOPPED",
          "stopCode": "{{code}}", "stoppedReason": "{{reason}}", "createdAt": {{Since.AddSeconds(second).ToUnixTimeSeconds()}}, "containers": [{{containers}}]
        }
        """;

    private static string Target(string id, string state, string reason, string description) =>
        $"<member><Target><Id>{id}</Id><Port>8080</Port></Target><TargetHealth><State>{state}</State><Reason>{reason}</Reason><Description>{description}</Description></TargetHealth></member>";
}
