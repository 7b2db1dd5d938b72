using System.Text.Json.Nodes;
using Landfall.Constructs.Tests.Samples;
using Landfall.Constructs.Tests.Services;

namespace Landfall.Constructs.Tests.Tasks;

public sealed class ReleaseTaskTests
{
    private const string File = """
        databases: { orders: { engine: postgresql, instance: t4g.small } }
        queues: { jobs: {} }
        services:
          api:
            type: web
            image: shop/api:7
            command: [serve]
            port: 9000
            containerHealth: "true"
            spot: 100
            uses: [orders]
            sidecars: { agent: { image: agent:1 } }
            release: { command: [migrate, --yes], timeout: 5m }
          mailer: { type: worker, image: shop/api:7, queue: jobs }
        """;

    private static readonly Lazy<SynthesisedApp> Shop = new(() => new SynthesisedApp(SmallPlan.Create(File)));

    [Fact]
    public void TaskDefinition_Release_IsTheServicesButForWhatItRuns()
    {
        var release = Shop.Value.Properties("shop-dev-api", "ReleaseTaskDefinition").DeepClone().AsObject();
        var service = Shop.Value.Properties("shop-dev-api", "TaskDefinition").DeepClone().AsObject();
        var (runs, serves) = (MainOf(release), MainOf(service));

        Assert.Equal("shop-dev-api_release", (string?)release["Family"]);
        Assert.Equal("""["migrate","--yes"]""", runs["Command"]!.ToJsonString());
        Assert.Equal("release", (string?)runs["LogConfiguration"]!["Options"]!["awslogs-stream-prefix"]);
        Assert.False(runs.ContainsKey("PortMappings") || runs.ContainsKey("HealthCheck"));

        foreach (var key in new[] { "Command", "LogConfiguration", "PortMappings", "HealthCheck" })
        {
            runs.Remove(key);
            serves.Remove(key);
        }

        release.Remove("Family");
        service.Remove("Family");
        Assert.Equal(service.ToJsonString(), release.ToJsonString());
        Assert.Equal("serve", (string?)MainOf(Shop.Value.Properties("shop-dev-api", "TaskDefinition"))["Command"]![0]);
    }

    [Fact]
    public void Outputs_Release_TellWhatTheTaskIsStartedWith()
    {
        var network = Shop.Value.Properties("shop-dev-api", "Service")["NetworkConfiguration"]!["AwsvpcConfiguration"]!;

        Assert.Equal("""{"Ref":"ReleaseTaskDefinition"}""", Output("ReleaseTask").ToJsonString());
        Assert.Equal(network["Subnets"]!.ToJsonString(), Parts(Output("ReleaseSubnets")));
        Assert.Equal(network["SecurityGroups"]!.ToJsonString(), Parts(Output("ReleaseSecurityGroups")));
    }

    [Fact]
    public void TaskDefinition_NoRelease_IsTheOnlyOne() =>
        Assert.Single(Shop.Value.OfType("shop-dev-mailer", "AWS::ECS::TaskDefinition"));

    private static JsonObject MainOf(JsonObject definition) => definition["ContainerDefinitions"]![0]!.AsObject();

    private static JsonNode Output(string name) => Shop.Value.Outputs("shop-dev-api")[name]!["Value"]!;

    /// <summary>What is joined by commas.</summary>
    private static string Parts(JsonNode joined) =>
        new JsonArray([.. joined["Fn::Join"]![1]!.AsArray().Where(part => part is not JsonValue value || (string?)value != ",").Select(part => part!.DeepClone())]).ToJsonString();
}
