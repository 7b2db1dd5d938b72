using System.Text.Json.Nodes;
using Landfall.Aws.CloudFormation;
using Landfall.Operations.Changes;
using Landfall.Operations.Changes.Evaluation;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Changes.Evaluation;

public sealed class WantedTests
{
    private const string Template = """{ "Resources": { "Q": { "Type": "AWS::SQS::Queue", "Properties": { "QueueName": { "Ref": "AWS::Region" } } } } }""";

    [Fact]
    public void Resources_StacksInTwoRegions_EachHaveTheirOwn()
    {
        var running = new Running([Deployed("edge", "eu-central-1"), Deployed("edge-global", "us-east-1")]);
        var wanted = new Wanted(running, [Stack("edge", null), Stack("edge-global", null), Stack("new", "us-east-1")], new Dictionary<(string, string), Certainty>());

        Assert.Equal(["eu-central-1", "us-east-1"], new[] { "edge", "edge-global" }.Select(stack => Name(running.Resources(stack))));
        Assert.Equal(["eu-central-1", "us-east-1", "us-east-1"], new[] { "edge", "edge-global", "new" }.Select(stack => Name(wanted.Resources(stack))));
    }

    private static string? Name(IReadOnlyDictionary<string, EvaluatedResource> resources) => (string?)resources["Q"].Properties["QueueName"];

    private static AssemblyStack Stack(string name, string? region) => new(name, name, [], $"{name}.json", JsonNode.Parse(Template)!.AsObject()) { Region = region };

    private static DeployedStack Deployed(string name, string region)
    {
        var none = new Dictionary<string, string>();
        return new DeployedStack(
            new Stack(name, $"arn:aws:cloudformation:{region}:111111111111:stack/{name}/1", "CREATE_COMPLETE", null, default, false, none, none, none), JsonNode.Parse(Template)!.AsObject());
    }
}
