using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Failures;
using Landfall.Operations.Tests.Changes;
using Microsoft.Extensions.Time.Testing;

namespace Landfall.Operations.Tests.Deployment.Failures;

public sealed class FailingServicesTests : IDisposable
{
    private const string Service = "arn:aws:ecs:eu-west-1:1:service/shop-dev/api";

    private readonly FakeCloudFormation _aws;
    private readonly FakeTimeProvider _time = new();
    private string _tasks = """{ "taskArns": ["arn:t"] }""";
    private string _checks = "[]";
    private int _status = 200;
    private int _looks;

    public FailingServicesTests() => _aws = new FakeCloudFormation(Ecs);

    [Theory]
    [InlineData("CREATE_IN_PROGRESS", "DeleteStack api")]
    [InlineData("UPDATE_IN_PROGRESS", "CancelUpdateStack api")]
    public async Task Look_TaskHasFailedAndThatIsEnough_EndsTheChangeAsItsKindAllows(string status, string expected)
    {
        var watcher = new Answering(null);

        var services = Services(watcher, rollBack: true);
        var stack = await LookAsync(services, status);
        _time.Advance(TimeSpan.FromMinutes(1));
        await services.LookAsync([stack], TestContext.Current.CancellationToken);

        Assert.Equal(1, _looks); // what is given up needs no more looks
        Assert.Equal([expected], _aws.Done);
        Assert.Equal(
            ["api: a task of Service has failed: Essential container in task exited", "  container 'api' ended with exit code 3", "Rolling back api …"],
            watcher.Said);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Look_PersonIsThere_IsAskedOnceAndObeyed(bool answer, int done)
    {
        var watcher = new Answering(answer);
        var services = Services(watcher, rollBack: false);

        var stack = await LookAsync(services, "CREATE_IN_PROGRESS");
        _time.Advance(TimeSpan.FromMinutes(1));
        await services.LookAsync([stack], TestContext.Current.CancellationToken);

        Assert.Equal([new Question("Roll back now, instead of letting ECS try again?", "Add --rollback-on-failure.")], watcher.Asked);
        Assert.Equal(done, _aws.Done.Count);
    }

    [Fact]
    public async Task Look_NobodyIsThere_LetsEcsGoOnAndNamesTheOption()
    {
        var watcher = new Answering(null);

        await LookAsync(Services(watcher, rollBack: false), "CREATE_IN_PROGRESS");

        Assert.Empty(_aws.Done);
        Assert.Equal("ECS starts another task. With --rollback-on-failure a deployment is rolled back at this point.", watcher.Said[^1]);
    }

    [Fact]
    public async Task Look_ServicesOfTwoStacksFail_TellsOfEachOnce()
    {
        var watcher = new Answering(null);
        var services = Services(watcher, rollBack: false);

        var api = await LookAsync(services, "CREATE_IN_PROGRESS");
        _time.Advance(TimeSpan.FromMinutes(1));
        var web = await LookAsync(services, "CREATE_IN_PROGRESS", "web");
        _time.Advance(TimeSpan.FromMinutes(1));
        await services.LookAsync([api, web], TestContext.Current.CancellationToken);

        Assert.Equal(
            ["api: a task of Service has failed: Essential container in task exited", "web: a task of Service has failed: Essential container in task exited"],
            watcher.Said.Where(line => line.Contains("has failed", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("UPDATE_ROLLBACK_IN_PROGRESS")]
    [InlineData("UPDATE_COMPLETE")]
    public async Task Look_StackIsNotBeingMade_LooksAtNoService(string status)
    {
        await LookAsync(Services(new Answering(null), rollBack: true), status);

        Assert.Equal(0, _looks);
    }

    [Fact]
    public async Task Look_OnAws_ComesFourTimesAMinute()
    {
        var services = Services(new Answering(null), rollBack: false);
        var stack = await LookAsync(services, "CREATE_IN_PROGRESS");
        Assert.Equal(1, _looks);

        _time.Advance(TimeSpan.FromSeconds(14));
        await services.LookAsync([stack], TestContext.Current.CancellationToken);
        Assert.Equal(1, _looks);
        _time.Advance(TimeSpan.FromSeconds(1));
        await services.LookAsync([stack], TestContext.Current.CancellationToken);
        Assert.Equal(2, _looks);
    }

    [Fact]
    public async Task Look_NotAllowedToRead_LeavesTheDeploymentAlone()
    {
        _status = 400;
        var watcher = new Answering(null);
        var services = Services(watcher, rollBack: true);

        await LookAsync(services, "CREATE_IN_PROGRESS");

        Assert.Empty(watcher.Said);
        Assert.Empty(_aws.Done);
        Assert.Null(services.Explain("api", null));
    }

    [Fact]
    public async Task Look_NoTaskHasFailed_SaysNothing()
    {
        _tasks = """{ "taskArns": [] }""";
        var watcher = new Answering(null);

        await LookAsync(Services(watcher, rollBack: true), "CREATE_IN_PROGRESS");

        Assert.Empty(watcher.Said);
        Assert.Empty(_aws.Done);
    }

    [Fact]
    public async Task Conclude_ACheckHasFailedSinceTheLastLook_IsTold()
    {
        var watcher = new Answering(null);
        var services = Services(watcher, rollBack: false, plan: Checked());
        _tasks = """{ "taskArns": [] }""";
        await LookAsync(services, "UPDATE_IN_PROGRESS");
        Assert.Empty(watcher.Said);

        _checks = """[{ "eventId": "1", "message": "{\"check\":\"smoke\",\"status\":\"FAILED\",\"reasons\":[\"exit code 3\"]}" }]""";
        await services.ConcludeAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["api: the check smoke of api has failed, and ECS rolls the deployment back:", "  exit code 3"], watcher.Said);
        Assert.Equal(
            ["the check smoke of api has failed, and ECS rolls the deployment back:", "  exit code 3"],
            services.Explain("api", new StackFailure("api", "Service", "AWS::ECS::Service", "gave up"))!.Evidence);
    }

    [Fact]
    public async Task Explain_WhatIsKnownOfTheService_JoinsCloudFormationsReason()
    {
        var services = Services(new Answering(null), rollBack: false);
        await LookAsync(services, "CREATE_IN_PROGRESS");
        string[] evidence = ["Essential container in task exited", "container 'api' ended with exit code 3"];
        var own = new StackFailure("api", "Service", "AWS::ECS::Service", "gave up");
        var other = own with { Resource = "Role" };

        Assert.Equal(("gave up", string.Join('|', evidence)), Told(services.Explain("api", own)));
        Assert.Equal(("Given up, because its tasks fail.", string.Join('|', evidence)), Told(services.Explain("api", null)));
        Assert.Equal(("Service", "AWS::ECS::Service"), (services.Explain("api", null)!.Resource, services.Explain("api", null)!.Type));
        Assert.Same(other, services.Explain("api", other));
        Assert.Null(services.Explain("web", null));

        static (string, string) Told(StackFailure? failure) => (failure!.Reason, string.Join('|', failure.Evidence));
    }

    public void Dispose() => _aws.Dispose();

    private static AppPlan Checked()
    {
        using var folder = new TemporaryFolder();
        folder.Write("landfall.yaml", "app: shop\nregion: eu-west-1\nenvironments: { dev: {} }\nservices: { api: { type: web, image: n, deploy: { strategy: blueGreen, checks: [{ command: [smoke] }] } } }\n");
        return PlanResolver.Resolve(ConfigLoader.Load(folder.Path, _ => null).Config!, "dev", null);
    }

    private FailingServices Services(Answering watcher, bool rollBack, AppPlan? plan = null) => new(
        new AwsTarget(_aws.Session, "1", null), plan ?? PlainPlan.Create(), new OperationContext(new Caller("a", "test"), watcher, _time, default), rollBack);

    private async Task<StackWatcher> LookAsync(FailingServices services, string status, string name = "api")
    {
        var stack = _aws.Add(name, status);
        var watcher = new StackWatcher(new CloudFormationClient(_aws.Session), name, 1, DateTimeOffset.UnixEpoch);
        stack.ServiceAtWork = Service;
        stack.Events.Add(status);
        await watcher.PollAsync(TestContext.Current.CancellationToken);
        await services.LookAsync([watcher], TestContext.Current.CancellationToken);
        return watcher;
    }

    private StubAnswer? Ecs(StubRequest request)
    {
        if (!request.Headers.TryGetValue("X-Amz-Target", out var target))
            return null;
        var operation = target.Split('.')[^1];
        _looks += operation == "DescribeServices" ? 1 : 0;
        var created = _time.GetUtcNow().ToUnixTimeSeconds();
        return new StubAnswer(_status, _status != 200 ? """{ "__type": "AccessDeniedException", "message": "no" }""" : operation switch
        {
            "DescribeServices" => """{ "services": [{ "taskDefinition": "arn:td" }] }""",
            "ListTasks" => _tasks,
            "FilterLogEvents" => $$"""{ "events": {{_checks}} }""",
            "DescribeTasks" => $$"""
                { "tasks": [{ "taskArn": "arn:a/b/t", "taskDefinitionArn": "arn:td", "group": "service:api", "stopCode": "EssentialContainerExited", "lastStatus": "STOPPED",
                  "stoppedReason": "Essential container in task exited", "createdAt": {{created}}, "containers": [{ "name": "api", "exitCode": 3 }] }] }
                """,
            _ => """{ "taskDefinition": { "containerDefinitions": [] } }""",
        });
    }
}
