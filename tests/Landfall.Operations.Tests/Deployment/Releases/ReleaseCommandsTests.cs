using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Passes;
using Landfall.Operations.Deployment.Releases;

namespace Landfall.Operations.Tests.Deployment.Releases;

public sealed class ReleaseCommandsTests : IDisposable
{
    private readonly FakeCloudFormation _aws;
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _ran = [];
    private readonly List<string> _failing = [];

    public ReleaseCommandsTests() => _aws = new FakeCloudFormation(Ecs);

    public void Dispose()
    {
        _aws.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Run_SeveralDue_RunsOneAfterAnotherInTheirOrder()
    {
        Stack("mailer", 1);
        Stack("api", 1);

        await RunAsync(("mailer", ReleaseRun.Always), ("api", ReleaseRun.Always), ("other", ReleaseRun.None));

        Assert.Equal(["shop-dev-mailer_release:1", "shop-dev-api_release:1"], _ran);
    }

    [Fact]
    public async Task Run_OneFails_NoneAfterItRunsAndNothingIsReached()
    {
        Stack("mailer", 1);
        Stack("api", 1);
        _failing.Add("shop-dev-mailer_release:1");

        var error = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(("mailer", ReleaseRun.Always), ("api", ReleaseRun.Always)));

        Assert.Equal((ErrorCodes.DeploymentFailed, "The release command of 'mailer' failed, and the deployment ends here."), (error.Code, error.Message));
        Assert.Equal(["shop-dev-mailer_release:1"], _ran);
        var details = Assert.IsType<FailedDeployment>(error.Details);
        Assert.Equal(["shop-dev-mailer Failed", "shop-dev-api NotReached"], details.Stacks.Select(s => $"{s.Stack} {s.Outcome}"));
        var failure = Assert.Single(details.Failures);
        Assert.Equal(("shop-dev-mailer", "ReleaseTaskDefinition", "AWS::ECS::TaskDefinition", "it broke"), (failure.Stack, failure.Resource, failure.Type, failure.Reason));
        Assert.Equal(["container 'mailer' ended with exit code 1"], failure.Evidence);
        Assert.Equal("deploy.log", details.LogFile);
    }

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(1, 2, 1)]
    [InlineData(0, 1, 1)]
    public async Task Run_ValueMayHaveChanged_RunsWhereTheDefinitionHas(int before, int after, int times)
    {
        if (before > 0)
            Stack("api", before);

        await RunAsync(() => Stack("api", after), ("api", ReleaseRun.IfChanged));

        Assert.Equal(times, _ran.Count);
    }

    private void Stack(string part, int revision)
    {
        var stack = _aws.Stacks.GetValueOrDefault($"shop-dev-{part}") ?? _aws.Add($"shop-dev-{part}", "UPDATE_COMPLETE");
        stack.Outputs["ReleaseTask"] = $"arn:aws:ecs:eu-west-1:1:task-definition/shop-dev-{part}_release:{revision}";
        stack.Outputs["ReleaseSubnets"] = "subnet-1,subnet-2";
        stack.Outputs["ReleaseSecurityGroups"] = "sg-1,sg-2";
    }

    private Task RunAsync(params (string Part, ReleaseRun Release)[] run) => RunAsync(() => { }, run);

    private async Task RunAsync(Action deploy, params (string Part, ReleaseRun Release)[] run)
    {
        var stop = TestContext.Current.CancellationToken;
        var runner = new ReleaseRunner(_aws.Session, TimeSpan.Zero, _ => { }, new SteppingTime(TimeSpan.FromSeconds(1)));
        var commands = new ReleaseCommands(new StackRegions(_aws.Session), Plan(), runner, "deploy.log");
        var operations = run.Select(r => new StackOperation(Pass.Services, $"shop-dev-{r.Part}", null, [], []) { Release = r.Release }).ToList();
        var before = await commands.ReadAsync(operations, stop);
        deploy();
        await commands.RunAsync(operations, before, [.. operations.Select(o => new StackReport(o.Stack, StackOutcome.Updated, 1, 1))], stop);
    }

    private StubAnswer? Ecs(StubRequest request)
    {
        var operation = request.Headers.GetValueOrDefault("X-Amz-Target", "").Split('.')[^1];
        if (operation.Length == 0)
            return null;
        if (operation == "RunTask")
            _ran.Add(request.Body.Split("task-definition/")[1].Split('"')[0]);
        var (definition, failed) = (_ran.LastOrDefault(), _failing.Contains(_ran.LastOrDefault() ?? ""));
        return new StubAnswer(200, operation switch
        {
            "RunTask" => """{ "tasks": [{ "taskArn": "arn:task/shop-dev/new" }] }""",
            "DescribeTasks" => $$"""
                { "tasks": [{ "taskArn": "arn:task/shop-dev/new", "taskDefinitionArn": "{{definition}}", "lastStatus": "STOPPED", "stoppedReason": "it broke",
                  "containers": [{ "name": "{{definition!["shop-dev-".Length..^"_release:1".Length]}}", "exitCode": {{(failed ? 1 : 0)}} }] }] }
                """,
            _ => "{}",
        });
    }

    private AppPlan Plan()
    {
        _folder.Write("landfall.yaml", """
            app: shop
            region: eu-west-1
            environments: { dev: { account: "111111111111" } }
            queues: { jobs: {} }
            services:
              api: { type: web, image: nginx, release: { command: [migrate] } }
              mailer: { type: worker, image: nginx, queue: jobs, release: { command: [migrate] } }
              other: { type: internal, image: nginx }
            """);
        return PlanResolver.Resolve(ConfigLoader.Load(_folder.Path, _ => null).Config!, "dev", null);
    }
}
