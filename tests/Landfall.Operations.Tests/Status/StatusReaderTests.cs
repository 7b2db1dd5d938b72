using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Status;

namespace Landfall.Operations.Tests.Status;

public sealed class StatusReaderTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<AppPlan> Shop = new(Plan);

    private readonly StubAws _aws = new StubAws().On("GetParameter", """{"__type":"ParameterNotFound","message":"no"}""", 400);

    public void Dispose() => _aws.Dispose();

    [Fact]
    public async Task ReadAsync_EverythingIsWell_SaysSo()
    {
        Deployed();

        var status = await ReadAsync();

        Assert.True(status.Deployed);
        Assert.Equal(("shop", "dev", "111111111111", "eu-west-1", At), (status.App, status.Environment, status.Account, status.Region, status.At));
        var api = status.Services.Single(s => s.Service == "api");
        Assert.Equal(("web", ServiceHealth.Healthy, 2, 2, 0), (api.Type, api.Health, api.Desired, api.Running, api.Pending));
        Assert.Equal([new ContainerState("api", 2, 1, 0)], api.Containers);
        Assert.Equal((1, 0, 0), (api.Targets!.Healthy, api.Targets.Unhealthy, api.Targets.Other));
        Assert.Equal(("nginx:2", "UPDATE_COMPLETE"), (api.Image, api.Stack));
        Assert.Null(api.Rollout);
        Assert.Equal(ServiceHealth.Absent, status.Services.Single(s => s.Service == "mailer").Health);
        Assert.Equal(new QueueStatus("emails", 4, 2, 7), Assert.Single(status.Queues));
        Assert.Equal(new DatabaseStatus("orders", "aurora-postgresql", "available"), Assert.Single(status.Databases));
        Assert.Equal(new SiteStatus("web", "Deployed", "https://shop.example.com"), Assert.Single(status.Sites));
        Assert.Equal(new JobStatus("nightly", "cron(0 3 * * ? *)", "FAILED", At.AddMinutes(-2), At.AddMinutes(-1)), Assert.Single(status.Jobs));
        Assert.Equal((2, "shop-dev-api-Fault"), (status.Alarms.Count, Assert.Single(status.Alarms.Active).Name));
        Assert.Empty(status.Unread);
    }

    [Fact]
    public async Task ReadAsync_TrafficIsKeptAwayFromAZone_ShowsThatOfItsOwnLoadBalancer()
    {
        Deployed();
        _aws.On("GetParameters", """{"Parameters":[{"Name":"/shop/dev/edge/full-name","Value":"app/shop-dev/0a"}]}""")
            .On("/zonalshifts?status=ACTIVE", """
                {"items":[
                  {"zonalShiftId":"7","resourceIdentifier":"arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/app/shop-dev/0a","awayFrom":"euw1-az3","expiryTime":1772366400},
                  {"zonalShiftId":"8","resourceIdentifier":"arn:aws:elasticloadbalancing:eu-west-1:1:loadbalancer/app/other/0b","awayFrom":"euw1-az3","expiryTime":1772366400}]}
                """);

        var status = await ReadAsync("api");

        Assert.Equal(new ShiftedTraffic("shop-dev", "euw1-az3", At), Assert.Single(status.Shifts));
    }

    [Fact]
    public async Task ReadAsync_ZonalShiftsAreRefused_SaysSoAndShowsTheRest()
    {
        Deployed();
        _aws.On("GetParameters", """{"Parameters":[{"Name":"/shop/dev/edge/full-name","Value":"app/shop-dev/0a"}]}""")
            .On("/zonalshifts?status=ACTIVE", """{"message":"User: ada is not authorized to perform: arc-zonal-shift:ListZonalShifts on resource: x"}""", 403);

        var status = await ReadAsync();

        Assert.Contains(status.Unread, part => part.What == "zonal shifts" && part.Reason.Contains("arc-zonal-shift:ListZonalShifts", StringComparison.Ordinal));
        Assert.Equal(ServiceHealth.Healthy, status.Services.Single(s => s.Service == "api").Health);
    }

    [Fact]
    public async Task ReadAsync_OnePartIsRefused_NamesTheActionAndShowsTheRest()
    {
        Deployed();
        _aws.Deny("DescribeDBClusters", "rds:DescribeDBClusters").Deny("DescribeAlarms", "cloudwatch:DescribeAlarms");

        var status = await ReadAsync();

        Assert.Equal(["alarms", "database orders"], status.Unread.Select(u => u.What));
        Assert.Contains("not authorized to perform: rds:DescribeDBClusters", status.Unread[1].Reason, StringComparison.Ordinal);
        Assert.Equal(ServiceHealth.Healthy, status.Services.Single(s => s.Service == "api").Health);
    }

    [Fact]
    public async Task ReadAsync_EcsRefuses_ServicesAreUnknownAndNotAbsent()
    {
        Deployed();
        _aws.Deny("DescribeServices", "ecs:DescribeServices");

        var status = await ReadAsync();

        Assert.All(status.Services, s => Assert.Equal(ServiceHealth.Unknown, s.Health));
        Assert.Contains(status.Unread, u => u.What == "services" && u.Reason.Contains("ecs:DescribeServices", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadAsync_CredentialsHaveExpired_Fails()
    {
        Deployed();
        _aws.On("DescribeServices", """{"__type":"ExpiredTokenException","message":"The security token included in the request is expired"}""", 400);

        var error = AwsFailure.Of(await Assert.ThrowsAnyAsync<Exception>(() => ReadAsync()));

        Assert.Equal(ErrorCodes.Credentials, error!.Code);
    }

    [Fact]
    public async Task ReadAsync_HalfDeleted_ShowsWhatIsLeft()
    {
        Deployed();
        _aws.On("DescribeServices", """{"__type":"ClusterNotFoundException","message":"Cluster not found."}""", 400)
            .On("ListTasks", """{"__type":"ClusterNotFoundException","message":"Cluster not found."}""", 400)
            .On("DescribeDBClusters", "<R><Error><Code>DBClusterNotFoundFault</Code></Error></R>", 404);

        var status = await ReadAsync();

        Assert.All(status.Services, s => Assert.Equal(ServiceHealth.Absent, s.Health));
        Assert.Null(Assert.Single(status.Databases).State);
        Assert.Empty(status.Unread);
    }

    [Fact]
    public async Task ReadAsync_NothingIsDeployed_SaysSo() => Assert.False((await ReadAsync()).Deployed);

    [Fact]
    public async Task ReadAsync_OneService_LeavesTheOthersAndTheDataOut()
    {
        Deployed();

        var status = await ReadAsync("api");

        Assert.Equal("api", Assert.Single(status.Services).Service);
        Assert.Empty(status.Queues);
        Assert.Equal(1, status.Alarms.Count);
        Assert.DoesNotContain("DescribeDBClusters", _aws.Asked);
    }

    [Fact]
    public async Task ReadAsync_TwentyServices_AsksFewTimes()
    {
        var services = string.Concat(Enumerable.Range(10, 20).Select(i => $"  s{i}: {{ type: internal, image: n }}\n"));
        var plan = PlanOf($"app: shop\nregion: eu-west-1\nenvironments: {{ dev: {{}} }}\nservices:\n{services}");
        await new StatusReader(_aws.Target, plan, plan.Services, true).ReadAsync(At, TestContext.Current.CancellationToken);

        Assert.Equal(2, _aws.Asked.Count(o => o == "DescribeServices"));
        Assert.Equal(2, _aws.Asked.Count(o => o == "ListTasks"));
        Assert.InRange(_aws.Asked.Count, 6, 9);
    }

    private Task<EnvironmentStatus> ReadAsync(params string[] services) => new StatusReader(
        _aws.Target, Shop.Value, ServiceChoice.Of(Shop.Value, services), services.Length == 0).ReadAsync(At, TestContext.Current.CancellationToken);

    private void Deployed() => _aws
        .On("DescribeStacks", """
            <R><DescribeStacksResult><Stacks><member><StackName>shop-dev-api</StackName><StackId>id</StackId><StackStatus>UPDATE_COMPLETE</StackStatus>
            <CreationTime>2026-03-01T11:00:00Z</CreationTime><Tags><member><Key>landfall:app</Key><Value>shop</Value></member>
            <member><Key>landfall:environment</Key><Value>dev</Value></member></Tags></member></Stacks></DescribeStacksResult></R>
            """)
        .On("DescribeServices", """
            {"services":[{"serviceName":"api","status":"ACTIVE","taskDefinition":"td:2","desiredCount":2,"runningCount":2,"pendingCount":0,
              "loadBalancers":[{"targetGroupArn":"tg"}],"deployments":[{"id":"d","status":"PRIMARY","rolloutState":"COMPLETED","createdAt":1772362800}]}]}
            """)
        .On("ListTasks", request => new StubAnswer(200, request.Body.Contains("RUNNING", StringComparison.Ordinal) ? """{"taskArns":["t/1","t/2"]}""" : "{}"))
        .On("DescribeTasks", """
            {"tasks":[
              {"taskArn":"t/1","group":"service:api","lastStatus":"RUNNING","createdAt":1,"containers":[{"name":"api","lastStatus":"RUNNING","healthStatus":"HEALTHY","image":"nginx:1"}]},
              {"taskArn":"t/2","group":"service:api","lastStatus":"RUNNING","createdAt":2,"containers":[{"name":"api","lastStatus":"RUNNING","healthStatus":"UNKNOWN","image":"nginx:2"}]},
              {"taskArn":"t/3","group":"service:other","lastStatus":"RUNNING","containers":[{"name":"x","lastStatus":"RUNNING"}]}]}
            """)
        .On("DescribeTargetHealth", "<R><TargetHealthDescriptions><member><Target><Id>10.0.0.1</Id></Target><TargetHealth><State>healthy</State></TargetHealth></member></TargetHealthDescriptions></R>")
        .On("GetParameters", """
            {"Parameters":[{"Name":"/shop/dev/databases/orders/arn","Value":"arn:aws:rds:eu-west-1:1:cluster:orders-1"},
              {"Name":"/shop/dev/queues/emails/url","Value":"https://sqs/emails"},{"Name":"/shop/dev/queues/emails/dead-letter-url","Value":"https://sqs/emails-dead"},
              {"Name":"/shop/dev/sites/web/distribution","Value":"E1"},{"Name":"/shop/dev/services/web/public-url","Value":"https://shop.example.com"}]}
            """)
        .On("GetQueueAttributes", request => new StubAnswer(200, request.Body.Contains("dead", StringComparison.Ordinal)
            ? """{"Attributes":{"ApproximateNumberOfMessages":"7","ApproximateNumberOfMessagesNotVisible":"0","ApproximateNumberOfMessagesDelayed":"0"}}"""
            : """{"Attributes":{"ApproximateNumberOfMessages":"3","ApproximateNumberOfMessagesNotVisible":"2","ApproximateNumberOfMessagesDelayed":"1"}}"""))
        .On("DescribeDBClusters", "<R><DBClusters><DBCluster><Status>available</Status></DBCluster></DBClusters></R>")
        .On("/2020-05-31/distribution/E1", "<Distribution><Status>Deployed</Status><DistributionConfig><Enabled>true</Enabled></DistributionConfig></Distribution>")
        .On("ListExecutions", $$"""{"executions":[{"executionArn":"e","status":"FAILED","startDate":{{At.AddMinutes(-2).ToUnixTimeSeconds()}},"stopDate":{{At.AddMinutes(-1).ToUnixTimeSeconds()}} }]}""")
        .On("DescribeAlarms", """
            <R><MetricAlarms><member><AlarmName>shop-dev-api-Fault</AlarmName><StateValue>ALARM</StateValue><StateReason>r</StateReason></member>
            <member><AlarmName>shop-dev-data-Cpu</AlarmName><StateValue>OK</StateValue></member></MetricAlarms></R>
            """);

    private static AppPlan Plan() => PlanOf("""
        app: shop
        region: eu-west-1
        environments: { dev: { account: "111111111111" } }
        databases: { orders: { engine: aurora-postgresql, version: "16" } }
        queues: { emails: {} }
        services:
          api: { type: web, image: nginx, health: /up }
          mailer: { type: worker, image: nginx, queue: emails }
          nightly: { type: job, image: nginx, schedule: "0 3 * * *" }
          web: { type: site, source: ./web }
        """);

    private static AppPlan PlanOf(string yaml)
    {
        using var folder = new TemporaryFolder();
        folder.Write("landfall.yaml", yaml);
        folder.Write("web/index.html", "");
        var loaded = ConfigLoader.Load(folder.Path, _ => null);
        return PlanResolver.Resolve(loaded.Config!, "dev", null);
    }
}
