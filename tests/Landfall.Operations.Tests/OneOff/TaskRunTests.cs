using System.Text.Json.Nodes;
using Landfall.Aws.Containers;
using Landfall.Config;
using Landfall.Config.Stacks;
using Landfall.Operations.OneOff;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.OneOff;

public sealed class TaskRunTests : IDisposable
{
    private static readonly ContainerLog Log = new("api", "/shop/dev/api", "api");

    private readonly StubAws _aws = new();
    private readonly Answering _watcher = new(null);
    private readonly Queue<string> _looks = new();

    public TaskRunTests() => _aws
        .On("RunTask", """{ "tasks": [{ "taskArn": "arn:task/shop-dev/0f" }] }""")
        .On("DescribeTasks", _ => new StubAnswer(200, _looks.Count > 1 ? _looks.Dequeue() : _looks.Peek()))
        .On("CreateSecret", """{ "ARN": "arn:secret" }""")
        .On("RegisterTaskDefinition", """{ "taskDefinition": { "taskDefinitionArn": "arn:definition_run:1" } }""");

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task StepsAsync_Task_TellsItsLinesOnceEachAndItsEnd()
    {
        Look("PENDING");
        Look("RUNNING");
        Look("STOPPED", """{ "name": "agent", "exitCode": 9 }, { "name": "api", "exitCode": 3 }""");
        _aws.On("GetLogEvents", request => new StubAnswer(200, ((string?)JsonNode.Parse(request.Body)!["nextToken"]) switch
        {
            null => """{ "events": [{ "timestamp": 1000, "message": "one\n" }], "nextForwardToken": "f/1" }""",
            "f/1" => """{ "events": [{ "timestamp": 2000, "message": "two" }], "nextForwardToken": "f/2" }""",
            _ => """{ "events": [], "nextForwardToken": "f/2" }""",
        }));

        var steps = await StepsAsync();

        Assert.Equal("arn:task/shop-dev/0f", steps[0].Task);
        Assert.Equal(["one", "two"], steps.Select(step => step.Line?.Message).OfType<string>());
        Assert.Equal(new RunEnd(3, "Essential container in task exited"), steps[^1].End);
        Assert.Equal("api/api/0f", (string?)JsonNode.Parse(_aws.Bodies("GetLogEvents")[0])!["logStreamName"]);
        var overrides = JsonNode.Parse(_aws.Bodies("RunTask")[0])!["overrides"]!;
        Assert.Equal("""{"containerOverrides":[{"name":"api","command":["migrate","--yes"],"environment":[{"name":"A","value":"1"}]}]}""", overrides.ToJsonString());
        Assert.DoesNotContain("StopTask", _aws.Asked);
    }

    [Fact]
    public async Task StepsAsync_LineThatComesAfterTheEnd_IsTold()
    {
        Look("STOPPED", """{ "name": "api", "exitCode": 0 }""");
        var asked = 0;
        _aws.On("GetLogEvents", _ => new StubAnswer(200, ++asked < 4 ? """{ "events": [] }""" : """{ "events": [{ "timestamp": 1, "message": "late" }], "nextForwardToken": "f/1" }"""));

        var steps = await StepsAsync();

        Assert.Equal("late", steps[1].Line!.Message);
        Assert.Equal(0, steps[^1].End!.ExitCode);
    }

    [Fact]
    public async Task StepsAsync_ContainerThatNeverRan_SaysWhy()
    {
        Look("STOPPED", """{ "name": "api", "reason": "CannotPullContainerError: no" }""", "Task failed to start");

        var error = await Assert.ThrowsAsync<LandfallException>(() => StepsAsync());

        Assert.Equal(ErrorCodes.RunFailed, error.Code);
        Assert.Equal("The command did not run: Task failed to start\n  container 'api' did not start: CannotPullContainerError: no", error.Message);
    }

    [Fact]
    public async Task StepsAsync_Stopped_StopsTheTask()
    {
        Look("RUNNING");
        using var stop = new CancellationTokenSource();
        var run = Run();
        var steps = run.StepsAsync(await run.StartAsync(null, stop.Token), null, detach: false, stop.Token).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await steps.MoveNextAsync());
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await steps.MoveNextAsync());

        var stopped = JsonNode.Parse(Assert.Single(_aws.Bodies("StopTask")))!;
        Assert.Equal(("shop-dev", "arn:task/shop-dev/0f", "'landfall run' was stopped by ada@laptop."), ((string?)stopped["cluster"], (string?)stopped["task"], (string?)stopped["reason"]));
        Assert.Equal(["Stopping the task 0f …"], _watcher.Said);
    }

    [Fact]
    public async Task StepsAsync_Detached_LeavesTheTaskToItself()
    {
        Look("PENDING");

        Assert.Equal("arn:task/shop-dev/0f", Assert.Single(await StepsAsync(detach: true)).Task);
        Assert.DoesNotContain("StopTask", _aws.Asked);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task StepsAsync_Secret_IsTakenAwayWhenTheTaskHasStarted(bool detach)
    {
        Look("PENDING");
        Look("RUNNING");
        Look("STOPPED", """{ "name": "api", "exitCode": 0 }""");

        await StepsAsync(await SecretAsync(), detach);

        Assert.True(_aws.Asked.ToList().IndexOf("DeleteSecret") > _aws.Asked.ToList().LastIndexOf("RunTask") + 2);
        Assert.Equal("""{"SecretId":"arn:secret","ForceDeleteWithoutRecovery":true}""", Assert.Single(_aws.Bodies("DeleteSecret")));
        Assert.Equal("""{"taskDefinition":"arn:definition_run:1"}""", Assert.Single(_aws.Bodies("DeregisterTaskDefinition")));
    }

    [Fact]
    public async Task StepsAsync_SecretOfATaskThatIsNotStarted_IsTakenAway()
    {
        _aws.Deny("RunTask", "ecs:RunTask");

        await Assert.ThrowsAsync<Aws.AwsException>(async () => await StepsAsync(await SecretAsync()));

        Assert.Single(_aws.Bodies("DeleteSecret"));
        Assert.Single(_aws.Bodies("DeregisterTaskDefinition"));
    }

    [Fact]
    public async Task MakeAsync_Values_AreInTheSecretAloneWhichOnlyTheRoleReads()
    {
        await SecretAsync();

        Assert.Contains("hunter2", Assert.Single(_aws.Bodies("CreateSecret")), StringComparison.Ordinal);
        Assert.StartsWith("shop/dev/run/", (string?)JsonNode.Parse(_aws.Bodies("CreateSecret")[0])!["Name"], StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", Assert.Single(_aws.Bodies("RegisterTaskDefinition")), StringComparison.Ordinal);
        var policy = JsonNode.Parse((string)JsonNode.Parse(Assert.Single(_aws.Bodies("PutResourcePolicy")))!["ResourcePolicy"]!)!["Statement"]![0]!;
        Assert.Equal(("Allow", "arn:execution", "secretsmanager:GetSecretValue"), ((string?)policy["Effect"], (string?)policy["Principal"]!["AWS"], (string?)policy["Action"]));
    }

    [Theory]
    [InlineData("PutResourcePolicy")]
    [InlineData("RegisterTaskDefinition")]
    public async Task MakeAsync_RefusedHalfWay_LeavesNoSecret(string operation)
    {
        _aws.Deny(operation, operation);

        await Assert.ThrowsAsync<Aws.AwsException>(SecretAsync);

        Assert.Single(_aws.Bodies("DeleteSecret"));
    }

    private Task<TemporarySecret> SecretAsync() => TemporarySecret.MakeAsync(
        _aws.Target.Session,
        new AwsNames("shop", "dev"),
        new RunDefinition(JsonNode.Parse("""{ "family": "shop-dev-api", "executionRoleArn": "arn:execution", "containerDefinitions": [{ "name": "api" }] }""")!.AsObject(), "api"),
        new Dictionary<string, string> { ["KEY"] = "hunter2" });

    private TaskRun Run() => new(
        _aws.Target,
        new TaskStart("shop-dev", "arn:definition:1", ["subnet-1"], ["sg-1"], "landfall-run", "token")
        {
            Override = new ContainerOverride("api", ["migrate", "--yes"], new Dictionary<string, string> { ["A"] = "1" }),
        },
        Log,
        "api",
        new OperationContext(new Caller("ada@laptop", "test"), _watcher, new HurriedTime(), TestContext.Current.CancellationToken));

    private async Task<List<RunStep>> StepsAsync(TemporarySecret? secret = null, bool detach = false)
    {
        var run = Run();
        var task = await run.StartAsync(secret, TestContext.Current.CancellationToken);
        return await run.StepsAsync(task, secret, detach, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }

    private void Look(string status, string containers = "", string reason = "Essential container in task exited") => _looks.Enqueue($$"""
        { "tasks": [{ "taskArn": "arn:task/shop-dev/0f", "taskDefinitionArn": "arn:definition:1", "lastStatus": "{{status}}", "stopCode": "x", "stoppedReason": "{{reason}}", "containers": [{{containers}}] }] }
        """);
}
