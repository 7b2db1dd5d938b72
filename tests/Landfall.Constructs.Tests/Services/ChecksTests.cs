using System.Text.Json.Nodes;
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

    private static IEnumerable<string> Actions(string role) =>
        from policy in Shop.Value.Properties("shop-dev-api", role)["Policies"]!.AsArray()
        from statement in policy!["PolicyDocument"]!["Statement"]!.AsArray()
        from action in statement!["Action"] is JsonArray many ? many.Select(one => (string)one!) : [(string)statement["Action"]!]
        orderby action
        select action;

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
            """);
        var assets = new List<(string Files, bool Starts)>();

        var templates = Synthesis.Run(Plan(folder), nag: true, folder: folder.Path, read: output => assets.AddRange(
            from asset in Directory.GetDirectories(output, "asset.*")
            where File.Exists(Path.Combine(asset, "bootstrap"))
            let files = Directory.GetFiles(asset, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(asset, file)).Order(StringComparer.Ordinal)
            select (string.Join(' ', files), OperatingSystem.IsWindows() || (File.GetUnixFileMode(Path.Combine(asset, "bootstrap")) & UnixFileMode.OtherExecute) != 0)));

        Assert.Equal([("bootstrap checks/after.http checks/api.http", true), ("bootstrap checks/api.http", true)], assets.Order());
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
        folder.Write("landfall.yaml", "app: shop\nregion: eu-west-1\nenvironments: { dev: { account: \"111111111111\" } }\n" + yaml);
        return folder;
    }
}
