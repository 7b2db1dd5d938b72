using Landfall.Config.Plan;
using Landfall.Operations.Explaining;
using Landfall.Operations.Status;
using Landfall.Operations.Tests.Deployment;

namespace Landfall.Operations.Tests.Explaining;

public sealed class ServiceExplainerTests : IDisposable
{
    private readonly StubAws _aws = new();

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task RunAsync_TaskThatFailed_IsExplainedWithItsLog()
    {
        Service(running: 0);
        Stack("UPDATE_COMPLETE");

        var explanation = await ExplainAsync();

        Assert.Equal(ServiceHealth.Down, explanation.Health);
        var finding = Assert.Single(explanation.Findings);
        Assert.Equal(("container-exited", "api | no database"), (finding.Id, finding.Evidence[^1]));
        Assert.Empty(explanation.Unread);
    }

    [Fact]
    public async Task RunAsync_ServiceHasRecovered_FindsNothing()
    {
        Service(running: 1);
        Stack("UPDATE_COMPLETE");

        var explanation = await ExplainAsync();

        Assert.Equal(ServiceHealth.Healthy, explanation.Health);
        Assert.Empty(explanation.Findings);
        Assert.DoesNotContain("GetLogEvents", _aws.Asked);
    }

    [Fact]
    public async Task RunAsync_DeploymentWasRolledBack_SaysWhyThoughTheServiceIsWell()
    {
        Service(running: 1);
        Stack("UPDATE_ROLLBACK_COMPLETE");
        _aws.On("DescribeStackEvents", """
            <R><StackEvents>
            <member><EventId>2</EventId><Timestamp>2026-03-01T12:00:00Z</Timestamp><LogicalResourceId>Rule</LogicalResourceId><ResourceStatus>CREATE_FAILED</ResourceStatus><ResourceStatusReason>Resource creation cancelled</ResourceStatusReason></member>
            <member><EventId>1</EventId><Timestamp>2026-03-01T11:00:00Z</Timestamp><LogicalResourceId>Service</LogicalResourceId><ResourceStatus>UPDATE_FAILED</ResourceStatus><ResourceStatusReason>ECS Deployment Circuit Breaker was triggered</ResourceStatusReason></member>
            </StackEvents></R>
            """);

        var explanation = await ExplainAsync();

        Assert.Equal(["stack-failed", "container-exited"], explanation.Findings.Select(f => f.Id));
        Assert.Equal(["shop-dev-api: UPDATE_ROLLBACK_COMPLETE", "Service: ECS Deployment Circuit Breaker was triggered"], explanation.Findings[0].Evidence);
    }

    [Fact]
    public async Task RunAsync_LogsAreRefused_NamesTheActionAndExplainsTheRest()
    {
        Service(running: 0);
        Stack("UPDATE_COMPLETE");
        _aws.Deny("GetLogEvents", "logs:GetLogEvents");

        var explanation = await ExplainAsync();

        Assert.Equal("container-exited", Assert.Single(explanation.Findings).Id);
        Assert.Contains("logs:GetLogEvents", Assert.Single(explanation.Unread).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_NothingIsThere_SaysThatItIsNotDeployed()
    {
        _aws.On("DescribeStacks", "<R><Error><Code>ValidationError</Code><Message>Stack with id shop-dev-api does not exist</Message></Error></R>", 400);

        Assert.Equal("not-deployed", Assert.Single((await ExplainAsync()).Findings).Id);
    }

    [Fact]
    public async Task RunAsync_StacksMayNotBeRead_DoesNotSayThatThereIsNone()
    {
        _aws.Deny("DescribeStacks", "cloudformation:DescribeStacks");

        var finding = Assert.Single((await ExplainAsync()).Findings);

        Assert.Equal(("not-deployed", "It is not deployed, or half deleted."), (finding.Id, finding.Cause));
        Assert.Equal(["ECS has no service api; the stack shop-dev-api could not be read."], finding.Evidence);
    }

    private Task<Explanation> ExplainAsync()
    {
        var plan = PlainPlan.Create();
        return new ServiceExplainer(_aws.Target, plan, (ContainerServicePlan)plan.Services[0]).RunAsync(new DateTimeOffset(2026, 3, 1, 13, 0, 0, TimeSpan.Zero), TestContext.Current.CancellationToken);
    }

    private void Stack(string status) => _aws.On("DescribeStacks", $"<R><Stacks><member><StackName>shop-dev-api</StackName><StackId>id</StackId><StackStatus>{status}</StackStatus><CreationTime>2026-03-01T11:00:00Z</CreationTime></member></Stacks></R>");

    private void Service(int running) => _aws
        .On("DescribeServices", $$"""{"services":[{"serviceName":"api","status":"ACTIVE","taskDefinition":"td","desiredCount":1,"runningCount":{{running}} }]}""")
        .On("ListTasks", request => new StubAnswer(200, request.Body.Contains("STOPPED", StringComparison.Ordinal) ? """{"taskArns":["t/1"]}""" : "{}"))
        .On("DescribeTasks", """{"tasks":[{"taskArn":"t/1","group":"service:api","lastStatus":"STOPPED","taskDefinitionArn":"td","stopCode":"EssentialContainerExited","stoppedReason":"Essential container in task exited","containers":[{"name":"api","exitCode":3}]}]}""")
        .On("DescribeTaskDefinition", """{"taskDefinition":{"containerDefinitions":[{"name":"api","logConfiguration":{"options":{"awslogs-group":"/shop/dev/api","awslogs-stream-prefix":"api"} }}]}}""")
        .On("GetLogEvents", """{"events":[{"message":"starting"},{"message":"no database"}]}""");
}
