using System.Text.Json.Nodes;
using Landfall.Config.Plan;
using Landfall.Operations.LocalRun;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Tests.LocalRun;

public sealed class LocalVariablesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The pinned templates of the samples, which <c>synth</c> gives.</summary>
    public static TheoryData<string, string> Environments => new(
        Directory.EnumerateDirectories(Path.Combine(GoldenFile.Repository, "tests/Landfall.Constructs.Tests/Golden"))
            .SelectMany(Directory.EnumerateDirectories)
            .Where(folder => Path.GetFileName(folder) != "pipeline")
            .Select(folder => (Path.GetFileName(Path.GetDirectoryName(folder)!), Path.GetFileName(folder))));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Environments))]
    public void Of_ServicesOfASample_HaveTheNamesOfTheirTaskDefinitions(string sample, string environment)
    {
        var plan = ProjectLoader.Load(Path.Combine(GoldenFile.Repository, "samples", sample), environment).Plan;
        var wiring = Wiring(plan);
        var seen = 0;

        foreach (var service in plan.Services.OfType<ContainerServicePlan>())
        {
            var defined = Defined(sample, environment, plan, service);
            var variables = LocalVariables.Of(plan, service, defined, wiring, new Dictionary<string, string>());

            var platform = LocalVariables.Platform(plan, service, wiring).Keys;
            Assert.Equal(defined.Keys.Order(StringComparer.Ordinal), variables.Keys.Except(platform.Except(defined.Keys)));
            Assert.Superset(service.Uses.SelectMany(InjectedVariables.Of).ToHashSet(StringComparer.Ordinal), variables.Keys.ToHashSet(StringComparer.Ordinal));
            seen++;
        }

        Assert.True(seen > 0);
    }

    [Fact]
    public void Of_Uses_PointToThisMachine()
    {
        var plan = Plan("uses: [orders, emails, files, pricing, stripe]", "");
        var service = (ContainerServicePlan)plan.Services.Single(one => one.Name == "api");
        var defined = new Dictionary<string, string>
        {
            ["ORDERS_HOST"] = "near.cluster.rds.amazonaws.com",
            ["ORDERS_PORT"] = "5432",
            ["ORDERS_NAME"] = "other",
            ["ORDERS_USER"] = "somebody",
            ["ORDERS_PASSWORD"] = "aws",
            ["ORDERS_SECRET_ARN"] = "arn:aws:secretsmanager:…",
            ["EMAILS_QUEUE_URL"] = "https://sqs.us-east-1.amazonaws.com/123456789012/near-dev-emails",
            ["FILES_BUCKET"] = "near-dev-files",
            ["PRICING_URL"] = "http://pricing:9000",
            ["STRIPE"] = "sk_local",
            ["GREETING"] = "hello",
        };

        var variables = LocalVariables.Of(plan, service, defined, Wiring(plan), new Dictionary<string, string> { ["STRIPE"] = "sk_mine", ["OTHER"] = "not of this service" });

        Assert.Equal(("10.1.0.1", "7000", "near", "landfall", "local"), (variables["ORDERS_HOST"], variables["ORDERS_PORT"], variables["ORDERS_NAME"], variables["ORDERS_USER"], variables["ORDERS_PASSWORD"]));
        Assert.Equal("arn:aws:secretsmanager:…", variables["ORDERS_SECRET_ARN"]);
        Assert.Equal("http://10.1.0.1:5555/123456789012/near-dev-emails", variables["EMAILS_QUEUE_URL"]);
        Assert.Equal("near-dev-files", variables["FILES_BUCKET"]);
        Assert.Equal($"http://10.1.0.1:{Wiring(plan).Ports["pricing"]}", variables["PRICING_URL"]);
        Assert.Equal(("sk_mine", "hello"), (variables["STRIPE"], variables["GREETING"]));
        Assert.Equal(("http://10.1.0.1:5555", "us-east-1"), (variables["AWS_ENDPOINT_URL"], variables["AWS_REGION"]));
        Assert.DoesNotContain("OTHER", variables.Keys);
        Assert.DoesNotContain("OTEL_SDK_DISABLED", variables.Keys);
    }

    [Fact]
    public void Of_Instrumented_LeavesTheAgentOutAndKeepsWhatIsTheFiles()
    {
        var plan = Plan("telemetry: { instrument: java }, env: { JAVA_TOOL_OPTIONS: -Xmx1g }", "telemetry: cloudwatch");
        var service = (ContainerServicePlan)plan.Services.Single(one => one.Name == "api");
        var defined = new Dictionary<string, string>
        {
            ["JAVA_TOOL_OPTIONS"] = "-Xmx1g -javaagent:/agent/agent.jar",
            ["AGENT_HOME"] = "/agent",
            ["OTEL_SERVICE_NAME"] = "api",
            ["LANDFALL_APP"] = "near",
        };

        var variables = LocalVariables.Of(plan, service, defined, Wiring(plan), new Dictionary<string, string>());

        Assert.Equal("-Xmx1g", variables["JAVA_TOOL_OPTIONS"]);
        Assert.DoesNotContain("AGENT_HOME", variables.Keys);
        Assert.Equal(("api", "near", "true"), (variables["OTEL_SERVICE_NAME"], variables["LANDFALL_APP"], variables["OTEL_SDK_DISABLED"]));
    }

    private static LocalWiring Wiring(AppPlan plan) => new(
        "10.1.0.1",
        "http://10.1.0.1:5555",
        plan.Databases.Select(one => one.Title).Concat(plan.Services.Where(one => LocalContainers.PortOf(one) is not null).Select(one => one.Title)).Select((name, index) => (name, index))
            .ToDictionary(one => one.name, one => 7000 + one.index, StringComparer.Ordinal));

    /// <summary>The variables and secrets of a service's own container, as its template has them.</summary>
    private static Dictionary<string, string> Defined(string sample, string environment, AppPlan plan, ContainerServicePlan service)
    {
        var file = Path.Combine(GoldenFile.Repository, "tests/Landfall.Constructs.Tests/Golden", sample, environment, $"{plan.Prefix}-{service.Name}.json");
        var definition = JsonNode.Parse(File.ReadAllText(file))!["Resources"]!.AsObject()
            .Select(resource => resource.Value!)
            .Single(resource => (string)resource["Type"]! == "AWS::ECS::TaskDefinition" && (string?)resource["Properties"]!["Family"] == $"{plan.Prefix}-{service.Name}");
        var container = definition["Properties"]!["ContainerDefinitions"]!.AsArray().Single(one => (string)one!["Name"]! == service.Name)!;
        return new[] { "Environment", "Secrets" }.SelectMany(key => container[key] as JsonArray ?? []).ToDictionary(one => (string)one!["Name"]!, _ => "value", StringComparer.Ordinal);
    }

    private AppPlan Plan(string api, string app)
    {
        _folder.Write("landfall.yaml", $$"""
            app: near
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            {{app}}
            databases: { orders: { engine: aurora-postgresql, version: "16" } }
            queues: { emails: {} }
            buckets: { files: {} }
            secrets: { stripe: {} }
            services:
              api: { type: internal, image: nginx:1, port: 8080, {{api}} }
              pricing: { type: internal, image: nginx:1, port: 9000 }
            """);
        return ProjectLoader.Load(_folder.Path, "dev").Plan;
    }
}
