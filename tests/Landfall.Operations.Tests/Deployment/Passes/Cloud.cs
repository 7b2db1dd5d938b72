using System.Text.Json.Nodes;
using Landfall.Aws.CloudFormation;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Deployment.Passes;

/// <summary>Stacks for tests, from short templates.</summary>
internal static class Cloud
{
    public static DeployedStack Deployed(string part, string resources, string status = "UPDATE_COMPLETE") => new(
        new Stack($"shop-dev-{part}", "arn", status, null, default, false, None, new Dictionary<string, string> { ["landfall:part"] = part }, None),
        Template(resources));

    public static AssemblyStack Wanted(string part, string resources, params string[] after) => new(
        $"shop-dev-{part}", $"shop-dev-{part}", [.. after.Select(a => $"shop-dev-{a}")], $"shop-dev-{part}.template.json", Template(resources));

    /// <summary>A template: <c>Id: JSON of a resource</c> by line; <c>Id &lt; /name</c> is a parameter.</summary>
    public static JsonObject Template(string lines)
    {
        var template = new JsonObject { ["Resources"] = new JsonObject() };
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line.Split(" < ") is [var parameter, var name])
                (template["Parameters"] ??= new JsonObject())[parameter] = new JsonObject { ["Type"] = "AWS::SSM::Parameter::Value<String>", ["Default"] = name };
            else
                template["Resources"]![line[..line.IndexOf(':')]] = JsonNode.Parse(line[(line.IndexOf(':') + 1)..]);
        }

        return template;
    }

    public static string Publish(string name, string value) =>
        $$"""Published{{name.Replace("/", "")}}: { "Type": "AWS::SSM::Parameter", "Properties": { "Name": "{{name}}", "Value": {{value}} } }""";

    public static string Queue(string id, string name) =>
        $$"""{{id}}: { "Type": "AWS::SQS::Queue", "Properties": { "QueueName": "{{name}}" } }""";

    public static string Task(string names) =>
        $$"""TaskDefinition: { "Type": "AWS::ECS::TaskDefinition", "Properties": { "Names": "{{names}}" } }""";

    public static string Rule(int priority, string path, string listener = "Listener", string id = "ListenerRule") =>
        $$"""{{id}}: { "Type": "AWS::ElasticLoadBalancingV2::ListenerRule", "Properties": { "ListenerArn": { "Ref": "{{listener}}" }, "Priority": {{priority}}, "Conditions": [{ "Field": "path-pattern", "PathPatternConfig": { "Values": ["{{path}}"] } }] } }""";

    private static Dictionary<string, string> None => [];
}
