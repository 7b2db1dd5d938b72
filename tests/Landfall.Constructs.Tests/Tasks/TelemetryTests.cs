using System.Text.Json.Nodes;
using Landfall.Constructs.Tests.Samples;
using Landfall.Constructs.Tests.Services;

namespace Landfall.Constructs.Tests.Tasks;

public sealed class TelemetryTests
{
    private const string Services = """

        secrets: { key: {} }
        services:
          api: { type: web, image: shop/api:7, env: { NODE_OPTIONS: --enable-source-maps, OTEL_SERVICE_NAME: front }, telemetry: { instrument: node, sampling: 10% } }
          nightly: { type: job, image: shop/api:7, schedule: rate(1 day) }
          plain: { type: internal, image: shop/api:7, telemetry: false }
        """;

    private static readonly Lazy<SynthesisedApp> Sidecar = new(() => new SynthesisedApp(SmallPlan.Create("telemetry: cloudwatch" + Services)));

    private static readonly Lazy<SynthesisedApp> Gateway = new(() => new SynthesisedApp(SmallPlan.Create("telemetry: { backend: datadog, mode: gateway, token: key, signals: [traces, metrics] }" + Services)));

    [Fact]
    public void Collector_Sidecar_CannotStopTheTaskAndStartsAgain()
    {
        var collector = Container(Sidecar.Value, "api", "telemetry");

        Assert.False((bool)collector["Essential"]!);
        Assert.True((bool)collector["RestartPolicy"]!["Enabled"]!);
        Assert.Equal("""["CMD","/healthcheck"]""", collector["HealthCheck"]!["Command"]!.ToJsonString());
        Assert.Equal((32, 128), ((int)collector["Cpu"]!, (int)collector["Memory"]!));
        Assert.True((bool)collector["ReadonlyRootFilesystem"]!);
        Assert.Contains("log_group_name: /shop/dev/api", Variable(collector, "AOT_CONFIG_CONTENT"));
    }

    [Fact]
    public void Main_Sidecar_StartsAfterTheCollectorAndTheAgent()
    {
        var main = Container(Sidecar.Value, "api", "api");

        Assert.Equal(
            """[{"Condition":"START","ContainerName":"telemetry"},{"Condition":"SUCCESS","ContainerName":"telemetry-agent"}]""",
            main["DependsOn"]!.ToJsonString());
        Assert.Equal("http://127.0.0.1:4318", Variable(main, "OTEL_EXPORTER_OTLP_ENDPOINT"));
        Assert.Equal("http/protobuf", Variable(main, "OTEL_EXPORTER_OTLP_PROTOCOL"));
        Assert.Equal("service.namespace=shop-dev,deployment.environment=dev,deployment.environment.name=dev", Variable(main, "OTEL_RESOURCE_ATTRIBUTES"));
        Assert.Equal(("parentbased_traceidratio", "0.1"), (Variable(main, "OTEL_TRACES_SAMPLER"), Variable(main, "OTEL_TRACES_SAMPLER_ARG")));
    }

    [Fact]
    public void Main_OwnVariables_StandAndRuntimeOptionsAreJoined()
    {
        var main = Container(Sidecar.Value, "api", "api");

        Assert.Equal("front", Variable(main, "OTEL_SERVICE_NAME"));
        Assert.Equal("--enable-source-maps --require /otel-auto-instrumentation-node/autoinstrumentation.js", Variable(main, "NODE_OPTIONS"));
    }

    [Fact]
    public void Agent_Instrument_IsCopiedToAVolumeThatTheProgramReads()
    {
        var agent = Container(Sidecar.Value, "api", "telemetry-agent");
        var mount = Container(Sidecar.Value, "api", "api")["MountPoints"]![0]!;

        Assert.Equal("""["cp","-a","/autoinstrumentation/.","/otel-auto-instrumentation-node"]""", agent["Command"]!.ToJsonString());
        Assert.Equal("""[{"Name":"telemetry-agent"}]""", Sidecar.Value.Properties("shop-dev-api", "TaskDefinition")["Volumes"]!.ToJsonString());
        Assert.Equal(("telemetry-agent", "/otel-auto-instrumentation-node", true), ((string?)mount["SourceVolume"], (string?)mount["ContainerPath"], (bool)mount["ReadOnly"]!));
        Assert.False((bool)agent["MountPoints"]![0]!["ReadOnly"]!);
    }

    [Theory]
    [InlineData("python", "PYTHONPATH", "/otel-auto-instrumentation-python/opentelemetry/instrumentation/auto_instrumentation:/otel-auto-instrumentation-python")]
    [InlineData("java", "JAVA_TOOL_OPTIONS", "-javaagent:/otel-auto-instrumentation/javaagent.jar")]
    [InlineData("dotnet", "CORECLR_PROFILER_PATH", "/otel-auto-instrumentation-dotnet/linux-arm64/OpenTelemetry.AutoInstrumentation.Native.so")]
    public void Main_Instrument_LoadsTheLanguagesAgent(string language, string variable, string value)
    {
        var app = new SynthesisedApp(SmallPlan.Create($"telemetry: cloudwatch\nqueues: {{ q: {{}} }}\nservices: {{ w: {{ type: worker, image: n, queue: q, telemetry: {{ instrument: {language} }} }} }}"));

        Assert.Equal(value, Variable(Container(app, "w", "w"), variable));
        Assert.StartsWith($"public.ecr.aws/aws-observability/adot-autoinstrumentation-{language}:v", (string?)Container(app, "w", "telemetry-agent")["Image"]);
    }

    [Fact]
    public void TaskRole_Cloudwatch_MayDoWhatItsExportersDo()
    {
        var role = Sidecar.Value.Properties("shop-dev-nightly", "TaskRole").ToJsonString();

        Assert.Contains("""
            "Action":["xray:PutTelemetryRecords","xray:PutTraceSegments"],"Resource":"*"
            """, role);
        Assert.Contains("logs:PutLogEvents", role);
        Assert.Contains("log-group:/shop/dev/nightly:*", role);
        Assert.DoesNotContain("xray", Sidecar.Value.Properties("shop-dev-plain", "TaskRole").ToJsonString());
    }

    [Fact]
    public void Service_LeftOut_HasNothingOfIt()
    {
        var definition = Sidecar.Value.Properties("shop-dev-plain", "TaskDefinition").ToJsonString();

        Assert.DoesNotContain("OTEL_", definition);
        Assert.DoesNotContain("telemetry", definition);
    }

    [Fact]
    public void Token_Sidecar_IsTheCollectorsSecretOnly()
    {
        var app = new SynthesisedApp(SmallPlan.Create("telemetry: { backend: splunk, endpoint: us1, token: key }" + Services));

        Assert.Equal("LANDFALL_TELEMETRY_TOKEN", (string?)Container(app, "nightly", "telemetry")["Secrets"]![0]!["Name"]);
        Assert.False(Container(app, "nightly", "nightly").ContainsKey("Secrets"));
        Assert.Contains("secretsmanager:GetSecretValue", app.Properties("shop-dev-nightly", "ExecutionRole").ToJsonString());
        Assert.DoesNotContain("secretsmanager", app.Properties("shop-dev-nightly", "TaskRole").ToJsonString());
    }

    [Fact]
    public void Gateway_Others_SendToItOverServiceConnectOrDns()
    {
        Assert.Equal("http://telemetry:4318", Variable(Container(Gateway.Value, "api", "api"), "OTEL_EXPORTER_OTLP_ENDPOINT"));
        Assert.Equal("http://telemetry.dev.shop.local:4318", Variable(Container(Gateway.Value, "nightly", "nightly"), "OTEL_EXPORTER_OTLP_ENDPOINT"));
        Assert.Equal(4318, (int)Gateway.Value.Properties("shop-dev-api", "ReachTelemetryService")["FromPort"]!);
        Assert.Equal("none", Variable(Container(Gateway.Value, "api", "api"), "OTEL_LOGS_EXPORTER"));
        Assert.Null(Gateway.Value.Properties("shop-dev-plain", "TaskDefinition")["ContainerDefinitions"]![0]!["DependsOn"]);
    }

    [Fact]
    public void Gateway_Task_HasTheConfigurationTheTokenAndACheckWithoutAShell()
    {
        var collector = Container(Gateway.Value, "telemetry", "telemetry");

        Assert.Contains("endpoint: 0.0.0.0:4318", Variable(collector, "AOT_CONFIG_CONTENT"));
        Assert.Equal("LANDFALL_TELEMETRY_TOKEN", (string?)collector["Secrets"]![0]!["Name"]);
        Assert.Equal("""["CMD","/healthcheck"]""", collector["HealthCheck"]!["Command"]!.ToJsonString());
        Assert.True((bool)collector["Essential"]!);
    }

    [Fact]
    public void TaskRole_Amp_MayWriteToItsWorkspaceOnly()
    {
        var app = new SynthesisedApp(SmallPlan.Create("telemetry: { backend: amp, endpoint: ws-1 }\nnetwork: { nat: none }" + Services));

        Assert.Contains("aps:RemoteWrite", app.Properties("shop-dev-nightly", "TaskRole").ToJsonString());
        Assert.Contains("workspace/ws-1", app.Properties("shop-dev-nightly", "TaskRole").ToJsonString());
        Assert.Contains("com.amazonaws.eu-west-1.aps-workspaces", app.Properties("shop-dev-network", "ApsworkspacesEndpoint").ToJsonString());
    }

    private static JsonObject Container(SynthesisedApp app, string service, string name) => app.Properties($"shop-dev-{service}", "TaskDefinition")["ContainerDefinitions"]!
        .AsArray().Single(container => (string?)container!["Name"] == name)!.AsObject();

    private static string? Variable(JsonObject container, string name) => (string?)container["Environment"]!
        .AsArray().Single(variable => (string?)variable!["Name"] == name)!["Value"];
}
