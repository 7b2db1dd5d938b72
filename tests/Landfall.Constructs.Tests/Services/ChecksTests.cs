using System.Text.Json.Nodes;
using Landfall.Checks.Browsing;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Services;

public sealed class ChecksTests
{
    private static readonly Lazy<SynthesisedApp> Shop = new(() => Synthesise("""
        domain: { name: shop.example.com, zone: example.com, zoneId: Z0123456789ABC }
        services:
          api: { type: web, image: n, path: /a, deploy: { strategy: blueGreen, checks: [checks/api.http, { file: checks/after.http, at: afterTraffic, timeout: 2m }] } }
          back: { type: internal, image: n, loadBalancer: true, deploy: { strategy: canary, checks: [{ file: checks/after.http, at: afterTraffic }] } }
          plain: { type: web, image: n, path: /p, deploy: { strategy: blueGreen } }
        """));

    private static readonly Lazy<SynthesisedApp> Tasks = new(() => Synthesise("""
        services:
          api:
            type: web
            image: n
            path: /a
            deploy:
              strategy: blueGreen
              checks:
                - { command: [npm, run, smoke], timeout: 1m }
                - { image: "111111111111.dkr.ecr.eu-west-1.amazonaws.com/probe:1", at: afterTraffic }
                - { image: "111111111111.dkr.ecr.eu-west-1.amazonaws.com/probe:1", command: [again] }
                - { image: "other:2" }
          front: { type: web, image: n, path: /f, deploy: { strategy: canary, checks: [{ image: "other:2" }] } }
        """));

    private static readonly Lazy<SynthesisedApp> Browser = new(() => Synthesise("""
        secrets: { probe: {}, other: {} }
        services:
          api:
            type: web
            image: n
            architecture: arm64
            deploy:
              strategy: blueGreen
              checks:
                - { file: checks/shop.browser, secrets: [probe] }
                - { file: checks/shop.browser, secrets: [probe], at: afterTraffic }
                - { file: checks/plain.browser, image: "mine:1" }
        """));

    [Fact]
    public void Service_Checks_AreHooksOfItsDeployments()
    {
        var hooks = Shop.Value.Properties("shop-dev-api", "Service")["DeploymentConfiguration"]!["LifecycleHooks"]!.AsArray();

        Assert.Equal(
            [
                """["POST_TEST_TRAFFIC_SHIFT"] {"file":"checks/api.http","timeoutSeconds":300}""",
                """["POST_PRODUCTION_TRAFFIC_SHIFT"] {"file":"checks/after.http","timeoutSeconds":120}""",
            ],
            hooks.Select(hook => $"{hook!["LifecycleStages"]!.ToJsonString()} {hook["HookDetails"]!.ToJsonString()}"));
        Assert.All(hooks, hook => Assert.Equal("CheckHook", (string?)hook!["HookTargetArn"]!["Fn::GetAtt"]![0]));
        Assert.All(hooks, hook => Assert.Equal("CheckCallRole", (string?)hook!["RoleArn"]!["Fn::GetAtt"]![0]));
    }

    [Fact]
    public void Service_ChecksBeforeTraffic_HaveATestListener()
    {
        var service = Shop.Value.Properties("shop-dev-api", "Service")["LoadBalancers"]![0]!["AdvancedConfiguration"]!;
        var rule = Shop.Value.Properties("shop-dev-api", "TestListenerRule");
        var listener = Shop.Value.Properties("shop-dev-edge", "TestListener");

        Assert.Equal("TestListenerRule", (string?)service["TestListenerRule"]!["Ref"]);
        Assert.Equal("EdgeTestListenerArn", (string?)rule["ListenerArn"]!["Ref"]);
        Assert.Equal(Shop.Value.Properties("shop-dev-api", "ListenerRule")["Conditions"]!.ToJsonString(), rule["Conditions"]!.ToJsonString());
        Assert.Equal(("HTTPS", 9443), ((string?)listener["Protocol"], (int)listener["Port"]!));
        Assert.Contains("TestListenerRule", Shop.Value.Properties("shop-dev-api", "TrafficShiftRole").ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Service_WithoutChecksBeforeTraffic_HasNoTestListener()
    {
        Assert.Null(Shop.Value.Properties("shop-dev-plain", "Service")["LoadBalancers"]![0]!["AdvancedConfiguration"]!["TestListenerRule"]);
        Assert.Null(Shop.Value.Properties("shop-dev-back", "Service")["LoadBalancers"]![0]!["AdvancedConfiguration"]!["TestListenerRule"]);
        Assert.DoesNotContain(Shop.Value.Resources("shop-dev-edge"), pair => pair.Key == "InternalTestListener");
        Assert.DoesNotContain(Shop.Value.Resources("shop-dev-plain"), pair => pair.Key.StartsWith("Check", StringComparison.Ordinal));
    }

    [Fact]
    public void TestListener_AdmitsTheCheckFunctionAlone()
    {
        var admitted = Shop.Value.OfType("shop-dev-edge", "AWS::EC2::SecurityGroupIngress")
            .Select(resource => resource["Properties"]!).Where(rule => (int)rule["FromPort"]! == 9443).ToList();

        Assert.Equal("ChecksSecurityGroup", (string?)Assert.Single(admitted)["SourceSecurityGroupId"]!["Fn::GetAtt"]![0]);
        Assert.Equal(
            [443, 9443],
            Shop.Value.Properties("shop-dev-edge", "ChecksSecurityGroup")["SecurityGroupEgress"]!.AsArray().Select(rule => (int)rule!["FromPort"]!).Order());
        Assert.Equal(
            [80],
            Shop.Value.Properties("shop-dev-edge", "InternalChecksSecurityGroup")["SecurityGroupEgress"]!.AsArray().Select(rule => (int)rule!["FromPort"]!));
    }

    [Fact]
    public void Functions_TheOneInTheNetworkMayNothing_TheOtherFindsAndCalls()
    {
        var (hook, probe) = (Shop.Value.Properties("shop-dev-api", "CheckHook"), Shop.Value.Properties("shop-dev-api", "CheckProbe"));
        var variables = hook["Environment"]!["Variables"]!;

        Assert.Null(hook["VpcConfig"]);
        Assert.Equal("EdgeChecksSecurityGroup", (string?)probe["VpcConfig"]!["SecurityGroupIds"]![0]!["Ref"]);
        Assert.Null(probe["Environment"]);
        Assert.Equal(("https://shop.example.com", "https://shop.example.com:9443"), ((string?)variables["URL"], (string?)variables["TEST_URL"]));
        Assert.Equal("http://lb.back.dev.shop.local", (string?)Shop.Value.Properties("shop-dev-back", "CheckHook")["Environment"]!["Variables"]!["URL"]);
        Assert.All(new[] { hook, probe }, function => Assert.Equal(("provided.al2023", "/shop/dev/api/checks"), ((string?)function["Runtime"], (string?)function["LoggingConfig"]!["LogGroup"])));
        Assert.Equal(["ec2:DescribeNetworkInterfaces", "lambda:InvokeFunction"], Actions("CheckHookRole").Where(action => !action.StartsWith("logs:", StringComparison.Ordinal)));
        Assert.All(Actions("CheckProbeRole"), action => Assert.Matches("^(logs|ec2):", action));
        Assert.Contains(Shop.Value.OfType("shop-dev-network", "AWS::Logs::LogGroup"), group => (string?)group["Properties"]!["LogGroupName"] == "/shop/dev/api/checks");
    }

    [Fact]
    public void TaskChecks_RunWithTheNewVersionOrAnImage()
    {
        var hooks = Tasks.Value.Properties("shop-dev-api", "Service")["DeploymentConfiguration"]!["LifecycleHooks"]!.AsArray();

        Assert.Equal(
            [
                """["POST_TEST_TRAFFIC_SHIFT"] {"task":{"title":"npm run smoke","definition":{"Ref":"TaskDefinition"},"container":"api","logs":"api","command":["npm","run","smoke"]},"timeoutSeconds":60}""",
                """["POST_PRODUCTION_TRAFFIC_SHIFT"] {"task":{"title":"111111111111.dkr.ecr.eu-west-1.amazonaws.com/probe:1","definition":{"Ref":"CheckTask1"},"container":"check","logs":"check"},"timeoutSeconds":300}""",
                """["POST_TEST_TRAFFIC_SHIFT"] {"task":{"title":"111111111111.dkr.ecr.eu-west-1.amazonaws.com/probe:1 again","definition":{"Ref":"CheckTask1"},"container":"check","logs":"check","command":["again"]},"timeoutSeconds":300}""",
                """["POST_TEST_TRAFFIC_SHIFT"] {"task":{"title":"other:2","definition":{"Ref":"CheckTask2"},"container":"check","logs":"check"},"timeoutSeconds":300}""",
            ],
            hooks.Select(hook => $"{hook!["LifecycleStages"]!.ToJsonString()} {hook["HookDetails"]!.ToJsonString()}"));
        var variables = Tasks.Value.Properties("shop-dev-api", "CheckHook")["Environment"]!["Variables"]!;
        Assert.Equal(("shop-dev", "/shop/dev/api"), ((string?)variables["CLUSTER"], (string?)variables["LOG_GROUP"]));
        Assert.Contains("EdgeChecksSecurityGroup", variables["SECURITY_GROUPS"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("\"SecurityGroup\",\"GroupId\"", variables["SECURITY_GROUPS"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TaskChecks_AnImage_HasATaskDefinitionWithoutARoleForItsProgram()
    {
        var definition = Tasks.Value.Properties("shop-dev-api", "CheckTask1");
        var container = Assert.Single(definition["ContainerDefinitions"]!.AsArray())!;

        Assert.Equal("shop-dev-api_check1", (string?)definition["Family"]);
        Assert.Null(definition["TaskRoleArn"]);
        Assert.Equal("ExecutionRole", (string?)definition["ExecutionRoleArn"]!["Fn::GetAtt"]![0]);
        Assert.Equal(("check", "111111111111.dkr.ecr.eu-west-1.amazonaws.com/probe:1"), ((string?)container["Name"], (string?)container["Image"]));
        Assert.Null(container["Environment"]);
        Assert.Equal(("/shop/dev/api", "check"), ((string?)container["LogConfiguration"]!["Options"]!["awslogs-group"], (string?)container["LogConfiguration"]!["Options"]!["awslogs-stream-prefix"]));
        Assert.Contains("repository/probe", Tasks.Value.Properties("shop-dev-api", "ExecutionRole").ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TaskChecks_TheFunction_MayRunThoseTasksAndPassTheirRolesAlone()
    {
        var statements = Statements(Tasks.Value.Properties("shop-dev-api", "CheckHookRole")).Select(statement => statement!.ToJsonString()).ToList();

        string[] wanted =
        [
            """{"Effect":"Allow","Action":"ecs:RunTask","Resource":["arn:aws:ecs:eu-west-1:111111111111:task-definition/shop-dev-api:*","arn:aws:ecs:eu-west-1:111111111111:task-definition/shop-dev-api_check1:*","arn:aws:ecs:eu-west-1:111111111111:task-definition/shop-dev-api_check2:*"],"Condition":{"ArnEquals":{"ecs:cluster":"arn:aws:ecs:eu-west-1:111111111111:cluster/shop-dev"}}}""",
            """{"Effect":"Allow","Action":["ecs:DescribeTasks","ecs:StopTask"],"Resource":"arn:aws:ecs:eu-west-1:111111111111:task/shop-dev/*","Condition":{"ArnEquals":{"ecs:cluster":"arn:aws:ecs:eu-west-1:111111111111:cluster/shop-dev"}}}""",
            """{"Effect":"Allow","Action":"ecs:TagResource","Resource":"arn:aws:ecs:eu-west-1:111111111111:task/shop-dev/*","Condition":{"StringEquals":{"ecs:CreateAction":"RunTask"}}}""",
            """{"Effect":"Allow","Action":"iam:PassRole","Resource":[{"Fn::GetAtt":["ExecutionRole","Arn"]},{"Fn::GetAtt":["TaskRole","Arn"]}],"Condition":{"StringEquals":{"iam:PassedToService":"ecs-tasks.amazonaws.com"}}}""",
        ];
        Assert.All(wanted, statement => Assert.Contains(statement, statements));
        Assert.DoesNotContain(statements, statement => statement.Contains("lambda:", StringComparison.Ordinal));
        var image = Statements(Tasks.Value.Properties("shop-dev-front", "CheckHookRole")).Single(statement => statement!["Action"]!.ToJsonString() == "\"iam:PassRole\"")!;
        Assert.Equal("ExecutionRole", (string?)image["Resource"]!["Fn::GetAtt"]![0]);
    }

    [Fact]
    public void TaskChecks_WithoutAFile_HaveNoFunctionThatAsks()
    {
        Assert.DoesNotContain("CheckProbe", Tasks.Value.Resources("shop-dev-api").Select(pair => pair.Key));
        Assert.Null(Tasks.Value.Properties("shop-dev-api", "CheckHook")["Environment"]!["Variables"]!["PROBE_FUNCTION"]);
        Assert.Equal("TestListenerRule", (string?)Tasks.Value.Properties("shop-dev-api", "Service")["LoadBalancers"]![0]!["AdvancedConfiguration"]!["TestListenerRule"]!["Ref"]);
    }

    [Fact]
    public void BrowserChecks_AreTasksWithTheirStepsAndTheSecretsThatTheyType()
    {
        var app = Browser.Value;
        var hooks = app.Properties("shop-dev-api", "Service")["DeploymentConfiguration"]!["LifecycleHooks"]!.AsArray();
        var definition = app.Properties("shop-dev-api", "CheckBrowser1");
        var container = Assert.Single(definition["ContainerDefinitions"]!.AsArray())!;

        Assert.Equal(
            [
                """["POST_TEST_TRAFFIC_SHIFT"] {"task":{"title":"checks/shop.browser","definition":{"Ref":"CheckBrowser1"},"container":"browser","logs":"browser"},"timeoutSeconds":300}""",
                """["POST_PRODUCTION_TRAFFIC_SHIFT"] {"task":{"title":"checks/shop.browser","definition":{"Ref":"CheckBrowser1"},"container":"browser","logs":"browser"},"timeoutSeconds":300}""",
                """["POST_TEST_TRAFFIC_SHIFT"] {"task":{"title":"checks/plain.browser","definition":{"Ref":"CheckBrowser2"},"container":"browser","logs":"browser"},"timeoutSeconds":300}""",
            ],
            hooks.Select(hook => $"{hook!["LifecycleStages"]!.ToJsonString()} {hook["HookDetails"]!.ToJsonString()}"));
        Assert.Equal("shop-dev-api_browser1", (string?)definition["Family"]);
        Assert.Null(definition["TaskRoleArn"]);
        Assert.Equal(("ARM64", "1024", "2048"), ((string?)definition["RuntimePlatform"]!["CpuArchitecture"], (string?)definition["Cpu"], (string?)definition["Memory"]));
        Assert.Equal("mcr.microsoft.com/playwright:v1.63.0-noble", (string?)container["Image"]);
        Assert.Equal(("1000:1000", true, "/tmp"), ((string?)container["User"], (bool)container["ReadonlyRootFilesystem"]!, (string?)container["LinuxParameters"]!["Tmpfs"]![0]!["ContainerPath"]));
        Assert.Equal("node", (string?)Assert.Single(container["EntryPoint"]!.AsArray()));
        Assert.Equal(BrowserProgram.Arguments, container["Command"]!.AsArray().Select(word => (string)word!));
        var steps = Assert.Single(container["Environment"]!.AsArray())!;
        Assert.Equal(
            ("LANDFALL_STEPS", """{"file":"checks/shop.browser","steps":[{"line":1,"title":"open /","action":"open","timeout":10000,"path":"/","not":false},{"line":2,"title":"type \"{{secret.probe}}\" into #a","action":"type","timeout":10000,"target":{"css":"#a"},"value":[{"secret":"probe"}],"not":false}]}"""),
            ((string?)steps["Name"], (string?)steps["Value"]));
        var secret = Assert.Single(container["Secrets"]!.AsArray())!;
        Assert.Equal("LANDFALL_SECRET_PROBE", (string?)secret["Name"]);
        var arn = (string)secret["ValueFrom"]!["Ref"]!;
        Assert.Contains(Statements(app.Properties("shop-dev-api", "ExecutionRole")), statement => statement!.ToJsonString() == $$$"""{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":{"Ref":"{{{arn}}}"}}""");
        Assert.Null(app.Properties("shop-dev-api", "CheckBrowser2")["ContainerDefinitions"]![0]!["Secrets"]);
        Assert.Equal("mine:1", (string?)app.Properties("shop-dev-api", "CheckBrowser2")["ContainerDefinitions"]![0]!["Image"]);
        Assert.Null(app.Properties("shop-dev-api", "TaskDefinition")["ContainerDefinitions"]![0]!["Secrets"]);
        Assert.DoesNotContain("CheckProbe", app.Resources("shop-dev-api").Select(pair => pair.Key));
    }

    [Fact]
    public void BrowserChecks_TheFunction_MayRunThemAndPassTheRoleThatStartsThem()
    {
        var statements = Statements(Browser.Value.Properties("shop-dev-api", "CheckHookRole")).Select(statement => statement!.ToJsonString()).ToList();

        Assert.Contains("""{"Effect":"Allow","Action":"ecs:RunTask","Resource":["arn:aws:ecs:eu-west-1:111111111111:task-definition/shop-dev-api_browser1:*","arn:aws:ecs:eu-west-1:111111111111:task-definition/shop-dev-api_browser2:*"],"Condition":{"ArnEquals":{"ecs:cluster":"arn:aws:ecs:eu-west-1:111111111111:cluster/shop-dev"}}}""", statements);
        Assert.Contains("""{"Effect":"Allow","Action":"iam:PassRole","Resource":{"Fn::GetAtt":["ExecutionRole","Arn"]},"Condition":{"StringEquals":{"iam:PassedToService":"ecs-tasks.amazonaws.com"}}}""", statements);
    }

    private static IEnumerable<string> Actions(string role) =>
        from statement in Statements(Shop.Value.Properties("shop-dev-api", role))
        from action in statement!["Action"] is JsonArray many ? many.Select(one => (string)one!) : [(string)statement["Action"]!]
        orderby action
        select action;

    private static IEnumerable<JsonNode?> Statements(JsonNode role) =>
        from policy in role["Policies"]!.AsArray()
        from statement in policy!["PolicyDocument"]!["Statement"]!.AsArray()
        select statement;

    /// <summary>Both partly with and partly without a domain, and what Lambda gets.</summary>
    [Theory]
    [InlineData("domain: { name: shop.example.com, zone: example.com, zoneId: Z0123456789ABC }")]
    [InlineData("network: { nat: none }")]
    public void Synth_NagOnChecks_FindsNothingAndTheProgramCanBeStarted(string more)
    {
        using var folder = Folder($$"""
            {{more}}
            services:
              api: { type: web, image: n, deploy: { strategy: linear, checks: [checks/api.http, { file: checks/after.http, at: afterTraffic }] } }
              back: { type: internal, image: n, loadBalancer: true, deploy: { strategy: canary, checks: [checks/api.http] } }
              task: { type: web, image: n, path: /t, deploy: { strategy: canary, checks: [{ command: [smoke] }, { image: "probe:1", command: [go] }, checks/plain.browser] } }
            """);
        var assets = new List<(string Files, bool Starts)>();

        var templates = Synthesis.Run(Plan(folder), nag: true, folder: folder.Path, read: output => assets.AddRange(
            from asset in Directory.GetDirectories(output, "asset.*")
            where File.Exists(Path.Combine(asset, "bootstrap"))
            let files = Directory.GetFiles(asset, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(asset, file)).Order(StringComparer.Ordinal)
            select (string.Join(' ', files), OperatingSystem.IsWindows() || (File.GetUnixFileMode(Path.Combine(asset, "bootstrap")) & UnixFileMode.OtherExecute) != 0)));

        Assert.Equal([("bootstrap", true), ("bootstrap checks/after.http checks/api.http", true), ("bootstrap checks/api.http", true)], assets.Order());
        Assert.Contains("TestListener", templates["shop-dev-edge"].ToJsonString(), StringComparison.Ordinal);
    }

    private static SynthesisedApp Synthesise(string yaml)
    {
        using var folder = Folder(yaml);
        return new SynthesisedApp(Plan(folder), folder.Path);
    }

    private static AppPlan Plan(TemporaryFolder folder) => PlanResolver.Resolve(ConfigLoader.Load(folder.Path, _ => null).Config!, "dev", null);

    private static TemporaryFolder Folder(string yaml)
    {
        var folder = new TemporaryFolder();
        folder.Write("checks/api.http", "GET /health");
        folder.Write("checks/after.http", "GET /health");
        folder.Write("checks/plain.browser", "open /");
        folder.Write("checks/shop.browser", "open /\ntype \"{{secret.probe}}\" into #a");
        folder.Write("landfall.yaml", "app: shop\nregion: eu-west-1\nenvironments: { dev: { account: \"111111111111\" } }\n" + yaml);
        return folder;
    }
}
