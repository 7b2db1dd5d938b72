using System.Text.Json.Nodes;
using Landfall.Operations.OneOff;

namespace Landfall.Operations.Tests.OneOff;

public sealed class RunDefinitionTests
{
    private const string Json = """
        { "family": "shop-dev-api", "executionRoleArn": "arn:role", "cpu": "256",
          "containerDefinitions": [
            { "name": "agent", "environment": [{ "name": "KEY", "value": "agent" }] },
            { "name": "api", "image": "nginx:1",
              "environment": [{ "name": "KEY", "value": "plain" }, { "name": "URL", "value": "u" }],
              "secrets": [{ "name": "OLD", "valueFrom": "arn:old" }, { "name": "TOKEN", "valueFrom": "arn:token" }] }] }
        """;

    [Fact]
    public void With_Names_ReplacesWhatTheContainerHasUnderThemAndNothingElse()
    {
        var json = JsonNode.Parse(Json)!.AsObject();

        var copy = new RunDefinition(json, "api").With("arn:secret", ["KEY", "OLD"]);

        Assert.Equal("shop-dev-api_run", (string?)copy["family"]);
        Assert.Equal("""{"name":"agent","environment":[{"name":"KEY","value":"agent"}]}""", copy["containerDefinitions"]![0]!.ToJsonString());
        var api = copy["containerDefinitions"]![1]!;
        Assert.Equal("""[{"name":"URL","value":"u"}]""", api["environment"]!.ToJsonString());
        Assert.Equal(
            """[{"name":"TOKEN","valueFrom":"arn:token"},{"name":"KEY","valueFrom":"arn:secret:KEY::"},{"name":"OLD","valueFrom":"arn:secret:OLD::"}]""",
            api["secrets"]!.ToJsonString());
        Assert.Equal(("256", "arn:role"), ((string?)copy["cpu"], (string?)copy["executionRoleArn"]));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Json), json));
    }

    [Fact]
    public void Of_Container_ReadsItsOwn()
    {
        var definition = new RunDefinition(JsonNode.Parse(Json)!.AsObject(), "api");

        Assert.Equal(("nginx:1", "arn:role"), (definition.Image, definition.ExecutionRole));
        Assert.Equal(["OLD", "TOKEN"], definition.Secrets);
        Assert.Null(definition.Log);
    }
}
