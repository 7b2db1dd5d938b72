using Landfall.Operations.Logs;
using Landfall.Operations.Tests.Deployment;

namespace Landfall.Operations.Tests.Logs;

public sealed class ServiceLogsTests
{
    [Fact]
    public async Task OfPreviousAsync_TasksThatEnded_ReadsTheLastOfEachService()
    {
        using var aws = new StubAws();
        aws.On("ListTasks", """{"taskArns":["t/1","t/2","t/3"]}""")
            .On("DescribeTasks", """
                {"tasks":[{"taskArn":"t/1","group":"service:api","lastStatus":"STOPPED","taskDefinitionArn":"td:1","createdAt":1,"stoppedAt":50},
                  {"taskArn":"t/2","group":"service:api","lastStatus":"STOPPED","taskDefinitionArn":"td:2","createdAt":2,"stoppedAt":9},
                  {"taskArn":"t/3","group":"service:other","lastStatus":"STOPPED","taskDefinitionArn":"td:3","createdAt":3}]}
                """)
            .On("DescribeTaskDefinition", """
                {"taskDefinition":{"containerDefinitions":[
                  {"name":"api","logConfiguration":{"options":{"awslogs-group":"/shop/dev/api","awslogs-stream-prefix":"p"} }},
                  {"name":"proxy","logConfiguration":{"options":{"awslogs-group":"/shop/dev/api","awslogs-stream-prefix":"q"} }}]}}
                """);
        var plan = PlainPlan.Create();

        var log = Assert.Single(await ServiceLogs.OfPreviousAsync(aws.Target, plan, plan.Services, TestContext.Current.CancellationToken));

        Assert.Equal(("api", "/shop/dev/api", "p/api/1 q/proxy/1"), (log.Service, log.Group, string.Join(' ', log.Streams!)));
        Assert.Equal("""{"taskDefinition":"td:1"}""", Assert.Single(aws.Bodies("DescribeTaskDefinition")));
    }

    [Fact]
    public void Of_Services_AreTheirLogGroups()
    {
        var plan = PlainPlan.Create();

        Assert.Equal(new ServiceLog("api", "/shop/dev/api", null), Assert.Single(ServiceLogs.Of(plan, plan.Services)));
    }
}
