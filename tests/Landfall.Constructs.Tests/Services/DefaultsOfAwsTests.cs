using System.Text.Json.Nodes;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Services;

/// <summary>Values that AWS would choose where a template says nothing, and that moto does not know.</summary>
public class DefaultsOfAwsTests
{
    private const string Head = "app: shop\nregion: eu-west-1\nenvironments: { dev: {} }\n";

    [Fact]
    public void Synth_Web_ProxyCutsNoRequestAndIsSilentLongerThanTheLoadBalancer()
    {
        var templates = Synth("services: { api: { type: web, image: n, timeout: { idle: 5m } }, web: { type: web, image: n, path: /w } }");

        var offered = Connect(templates, "api")["Timeout"]!;
        Assert.Equal((0, 310), ((int)offered["PerRequestTimeoutSeconds"]!, (int)offered["IdleTimeoutSeconds"]!));
        Assert.Equal(310, (int)Connect(templates, "web")["Timeout"]!["IdleTimeoutSeconds"]!);
        Assert.Equal("300", Attribute(templates, "idle_timeout.timeout_seconds"));
    }

    [Fact]
    public void Synth_WebWithoutTimeout_HasTheLoadBalancersOwnMinute()
    {
        var templates = Synth("services: { api: { type: web, image: n } }");

        Assert.Equal("60", Attribute(templates, "idle_timeout.timeout_seconds"));
        Assert.Equal("http", (string?)Container(templates, "api")["PortMappings"]![0]!["AppProtocol"]);
        Assert.Null(TargetGroup(templates)["ProtocolVersion"]);
    }

    [Fact]
    public void Synth_Grpc_GoesThroughTheLoadBalancerAsGrpc()
    {
        var templates = Synth("domain: { name: shop.example.com, zone: example.com, zoneId: Z1 }\nservices: { api: { type: web, image: n, protocol: grpc, timeout: { request: 30s } } }");

        var group = TargetGroup(templates);
        Assert.Equal(("GRPC", "0,12", "/AWS.ALB/healthcheck"), ((string?)group["ProtocolVersion"], (string?)group["Matcher"]!["GrpcCode"], (string?)group["HealthCheckPath"]));
        Assert.Null(group["Matcher"]!["HttpCode"]);
        Assert.Equal("grpc", (string?)Container(templates, "api")["PortMappings"]![0]!["AppProtocol"]);
        Assert.Equal(30, (int)Connect(templates, "api")["Timeout"]!["PerRequestTimeoutSeconds"]!);
    }

    [Fact]
    public void Synth_Tcp_HasNoRequestTimeoutAndNoAppProtocol()
    {
        var templates = Synth("services: { cache: { type: internal, image: n, port: 6379, protocol: tcp, alarms: { latencyP99: 1s } }, api: { type: web, image: n, uses: [cache] } }");

        Assert.Null(Container(templates, "cache")["PortMappings"]![0]!["AppProtocol"]);
        Assert.Null(Connect(templates, "cache")["Timeout"]!["PerRequestTimeoutSeconds"]);
        Assert.Equal(60, (int)Connect(templates, "cache")["Timeout"]!["IdleTimeoutSeconds"]!);
        Assert.Contains("tcp://cache:6379", Container(templates, "api")["Environment"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Resources(templates, "shop-dev-cache", "AWS::CloudWatch::Alarm"), alarm => ((string)alarm["AlarmName"]!).EndsWith("LatencyP99", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("30s", 30, false)]
    [InlineData("90s", 90, false)]
    [InlineData("120s", 120, false)]
    [InlineData("10m", 120, true)]
    public void Synth_Worker_StopsNoTaskThatMayStillWork(string visibility, int stop, bool keeps)
    {
        var templates = Synth($"queues: {{ q: {{ visibility: {visibility} }} }}\nservices: {{ w: {{ type: worker, image: n, queue: q, scale: {{ min: 0, max: 9, backlog: 10 }} }} }}");

        Assert.Equal(stop, (int)Container(templates, "w")["StopTimeout"]!);
        var tracking = Resources(templates, "shop-dev-w", "AWS::ApplicationAutoScaling::ScalingPolicy").Single(policy => (string?)policy["PolicyType"] == "TargetTrackingScaling");
        Assert.Equal(keeps, (bool?)tracking["TargetTrackingScalingPolicyConfiguration"]!["DisableScaleIn"] ?? false);
        Assert.Equal(keeps, templates["shop-dev-w"].ToJsonString().Contains("ecs:UpdateTaskProtection", StringComparison.Ordinal));
    }

    [Fact]
    public void Synth_TotalOutage_IsNotZeroMinusZero()
    {
        var templates = Synth("queues: { q: {} }\nservices: { api: { type: web, image: n, scale: { min: 2, max: 2 }, alarms: { errorRate: 1% }, health: { gracePeriod: 10m } }, w: { type: worker, image: n, queue: q, scale: { min: 0, max: 9, backlog: 10 } } }");

        Assert.Equal("FILL(desired, 2) - FILL(running, 0)", Expression(templates, "shop-dev-api", "MissingTasks"));
        Assert.Equal("IF(FILL(running, 0) < 1, FILL(waiting, 0), 0)", Expression(templates, "shop-dev-w", "NoTasks"));
        Assert.Contains("FILL(x0, 0)", Expression(templates, "shop-dev-api", "ErrorRate"), StringComparison.Ordinal);
        Assert.Contains("HTTPCode_ELB_5XX_Count", Alarm(templates, "shop-dev-edge", "LoadBalancerErrors").ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(13, (int)Alarm(templates, "shop-dev-api", "UnhealthyHosts")["EvaluationPeriods"]!);
    }

    [Fact]
    public void Synth_TwoWebServices_HaveTheLoadBalancersErrorsOnItselfAlone() => Assert.DoesNotContain(
        "HTTPCode_ELB",
        Synth("services: { api: { type: web, image: n, alarms: { errorRate: 1% } }, b: { type: web, image: n, path: /b } }")["shop-dev-api"].ToJsonString(),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("postgresql", "16")]
    [InlineData("mysql", "8.4")]
    [InlineData("aurora-postgresql", "16")]
    [InlineData("aurora-mysql", "8.0")]
    public void Synth_Database_LeavesTheMinorVersionToAws(string engine, string version)
    {
        var database = Databases(engine).First(resource => resource["EngineVersion"] is not null);

        Assert.Equal(version, (string?)database["EngineVersion"]);
    }

    [Theory]
    [InlineData("", 100)]
    [InlineData(", storage: 200, maxStorage: 200", null)]
    [InlineData(", storage: 51200", 65_536)]
    public void Synth_PlainDatabase_GrowsAndRingsWhenItIsFull(string keys, int? most)
    {
        var templates = Synth($"databases: {{ d: {{ engine: postgresql{keys} }} }}");

        Assert.Equal(most, (int?)Resources(templates, "shop-dev-data", "AWS::RDS::DBInstance").Single()["MaxAllocatedStorage"]);
        Assert.Equal("LessThanThreshold", (string?)Alarm(templates, "shop-dev-data", "DStorage")["ComparisonOperator"]);
    }

    [Fact]
    public void Synth_ShiftingService_IsTrustedAsAwsDocumentsIt()
    {
        var templates = Synth("services: { api: { type: web, image: n, deploy: { strategy: blueGreen } } }");

        var trust = Resources(templates, "shop-dev-api", "AWS::IAM::Role").Single(role => ((string)role["Description"]!).StartsWith("Moves", StringComparison.Ordinal))["AssumeRolePolicyDocument"]!["Statement"]![0]!;
        Assert.Equal("ecs.amazonaws.com", (string?)trust["Principal"]!["Service"]);
        Assert.Null(trust["Condition"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Synth_Domain_IsHttpsForYearsOnlyWhenAsked(bool hsts)
    {
        var templates = Synth($"domain: {{ name: shop.example.com, zone: example.com, zoneId: Z1, hsts: {(hsts ? "true" : "false")} }}\nservices: {{ api: {{ type: web, image: n }} }}");

        Assert.Equal(hsts, templates["shop-dev-edge"].ToJsonString().Contains("strict_transport_security", StringComparison.Ordinal));
    }

    [Fact]
    public void Synth_WritablePaths_AreMemory()
    {
        var templates = Synth("services: { web: { type: web, image: 'nginx:1.27', writable: [/var/cache/nginx, /run] } }");

        var container = Container(templates, "web");
        Assert.True((bool)container["ReadonlyRootFilesystem"]!);
        Assert.Equal(["/tmp", "/var/cache/nginx", "/run"], container["LinuxParameters"]!["Tmpfs"]!.AsArray().Select(mount => (string)mount!["ContainerPath"]!));
    }

    private static IReadOnlyDictionary<string, JsonNode> Synth(string yaml) => Synthesis.Run(TestPlan.Of(Head + yaml + "\n"));

    private static IEnumerable<JsonObject> Databases(string engine) =>
        Synth($"databases: {{ d: {{ engine: {engine} }} }}")["shop-dev-data"]["Resources"]!.AsObject()
            .Where(resource => ((string)resource.Value!["Type"]!).StartsWith("AWS::RDS::DB", StringComparison.Ordinal)).Select(resource => resource.Value!["Properties"]!.AsObject());

    private static IEnumerable<JsonObject> Resources(IReadOnlyDictionary<string, JsonNode> templates, string stack, string type) =>
        templates[stack]["Resources"]!.AsObject().Where(resource => (string?)resource.Value!["Type"] == type).Select(resource => resource.Value!["Properties"]!.AsObject());

    private static JsonObject Container(IReadOnlyDictionary<string, JsonNode> templates, string service) =>
        Resources(templates, $"shop-dev-{service}", "AWS::ECS::TaskDefinition").Single()["ContainerDefinitions"]![0]!.AsObject();

    private static JsonNode Connect(IReadOnlyDictionary<string, JsonNode> templates, string service) =>
        Resources(templates, $"shop-dev-{service}", "AWS::ECS::Service").Single()["ServiceConnectConfiguration"]!["Services"]![0]!;

    private static JsonObject TargetGroup(IReadOnlyDictionary<string, JsonNode> templates) =>
        Resources(templates, "shop-dev-api", "AWS::ElasticLoadBalancingV2::TargetGroup").First();

    private static string? Attribute(IReadOnlyDictionary<string, JsonNode> templates, string key) =>
        (string?)Resources(templates, "shop-dev-edge", "AWS::ElasticLoadBalancingV2::LoadBalancer").Single()["LoadBalancerAttributes"]!.AsArray().Single(attribute => (string?)attribute!["Key"] == key)!["Value"];

    private static JsonObject Alarm(IReadOnlyDictionary<string, JsonNode> templates, string stack, string id) =>
        Resources(templates, stack, "AWS::CloudWatch::Alarm").Single(alarm => (string?)alarm["AlarmName"] == $"{stack}-{id}");

    private static string Expression(IReadOnlyDictionary<string, JsonNode> templates, string stack, string id) =>
        Alarm(templates, stack, id)["Metrics"]!.AsArray().Select(metric => (string?)metric!["Expression"]).OfType<string>().Single();
}
