using Landfall.Config;
using Landfall.Operations.Operating;
using Landfall.Operations.Projects;
using Landfall.Operations.Tests.Auditing;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Operating;

public sealed class ServiceWorkTests : IDisposable
{
    private readonly StubAws _aws = new StubAws().WithEmptyTrail();
    private readonly TemporaryFolder _folder = new();

    public ServiceWorkTests()
    {
        _folder.Write("landfall.yaml", """
            app: shop
            region: eu-west-1
            environments: { dev: { account: "111111111111" } }
            services:
              api: { type: internal, image: nginx:1, port: 8080, scale: { min: 2, max: 2 } }
              nightly: { type: job, image: nginx:1, schedule: "0 3 * * *" }
            """);
        _aws.On("DescribeStacks", "<R><Stacks><member><StackName>shop-dev-api</StackName><StackId>arn</StackId><StackStatus>CREATE_COMPLETE</StackStatus><CreationTime>2026-03-01T12:00:00Z</CreationTime></member></Stacks></R>");
        _aws.On("GetTemplate", """<R><TemplateBody>{"Resources":{"S":{"Type":"AWS::ECS::Service","Properties":{"Cluster":"shop-dev","ServiceName":"api","DesiredCount":2}}}}</TemplateBody></R>""");
        _aws.On("DescribeServices", """{"services":[{"serviceName":"api","status":"ACTIVE","desiredCount":2}]}""");
    }

    public void Dispose()
    {
        _aws.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Run_AgreedTo_IsDoneAndWrittenDown()
    {
        var watcher = new Answering(true);

        var changed = await RunAsync(watcher);

        Assert.Equal(new ServiceChanged("shop", "dev", "api", "pause", "2 tasks", "0 tasks", Changed: true, DryRun: false), changed with { Note = null });
        Assert.Equal(
            [new Question("Pause api of shop dev? Its 2 tasks stop, and nobody answers until 'landfall resume api'.", "Add --yes to pause from a script.")], watcher.Asked);
        Assert.Contains("UpdateService", _aws.Asked);
        Assert.Contains(_aws.Asked, asked => asked.StartsWith("/landfall-audit-111111111111-eu-west-1/shop/dev/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_NotAgreedTo_TouchesNothing()
    {
        var refused = await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(false)));

        Assert.Equal((ErrorCodes.NotAgreed, "api was left as it is."), (refused.Code, refused.Message));
        Assert.DoesNotContain("UpdateService", _aws.Asked);
        Assert.DoesNotContain("PutParameter", _aws.Asked);
    }

    [Fact]
    public async Task Run_DryRun_SaysWhatItWouldDoAndAsksNobody()
    {
        var nobody = new Answering(null);

        var changed = await RunAsync(nobody, dryRun: true);

        Assert.Equal(("0 tasks", false, true), (changed.After, changed.Changed, changed.DryRun));
        Assert.Empty(nobody.Asked);
        Assert.DoesNotContain("UpdateService", _aws.Asked);
    }

    [Fact]
    public async Task Run_NotDeployed_IsRefused()
    {
        _aws.On("DescribeStacks", "<R><Error><Code>ValidationError</Code><Message>Stack with id shop-dev-api does not exist</Message></Error></R>", 400);

        Assert.Equal(ErrorCodes.NotDeployed, (await Assert.ThrowsAsync<LandfallException>(() => RunAsync(new Answering(true)))).Code);
    }

    [Fact]
    public async Task Run_Denied_NamesTheActionAndIsInTheTrailAsFailed()
    {
        _aws.Deny("UpdateService", "ecs:UpdateService");

        var failed = await Assert.ThrowsAnyAsync<Exception>(() => RunAsync(new Answering(true)));

        Assert.Contains("not authorized to perform: ecs:UpdateService", AwsFailure.Of(failed)!.Message, StringComparison.Ordinal);
        var entry = Assert.Single(_aws.Bodies("/landfall-audit-111111111111-eu-west-1/shop/dev/0000000001.json"), body => body.Length > 0);
        Assert.Contains("\"outcome\":\"failed\"", entry, StringComparison.Ordinal);
    }

    [Fact]
    public void ServiceOf_NoSuchService_NamesThoseThereAre() => Assert.Contains(
        "'apy' is no service of 'dev'. It has api, nightly.", Assert.Throws<LandfallException>(() => ServiceWork.ServiceOf(Project.Plan, "apy")).Message, StringComparison.Ordinal);

    [Fact]
    public void ServiceOf_Job_IsRefused() =>
        Assert.Equal(ErrorCodes.ServiceNotRunning, Assert.Throws<LandfallException>(() => ServiceWork.ServiceOf(Project.Plan, "nightly")).Code);

    private Project Project => ProjectLoader.Load(_folder.Path, "dev");

    private Task<ServiceChanged> RunAsync(Answering watcher, bool dryRun = false)
    {
        var stop = TestContext.Current.CancellationToken;
        return new ServiceWork(new ServiceParameters("api", _folder.Path, "dev", Local: false, dryRun), "pause", new OperationContext(new Caller("ada", "test"), watcher, TimeProvider.System, stop))
            .RunAsync(Project, _aws.Target, ServiceWork.ServiceOf(Project.Plan, "api"), Agreed.ToNothing, found => PauseOperation.Plan(found, stop));
    }
}
