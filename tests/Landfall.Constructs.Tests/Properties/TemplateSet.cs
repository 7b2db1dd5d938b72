using System.Text.Json.Nodes;

namespace Landfall.Constructs.Tests.Properties;

/// <summary>
/// The templates of an environment, read as CloudFormation would: a reference to what another stack has published in
/// Parameter Store is followed to the resource behind it.
/// </summary>
internal sealed class TemplateSet
{
    private readonly IReadOnlyDictionary<string, JsonNode> _templates;
    private readonly Dictionary<string, (string Stack, JsonNode Value)> _published = new(StringComparer.Ordinal);

    public TemplateSet(IReadOnlyDictionary<string, JsonNode> templates)
    {
        _templates = templates;
        foreach (var (stack, _, resource) in OfType("AWS::SSM::Parameter"))
        {
            _published.Add((string)resource["Name"]!, (stack, resource["Value"]!));
        }
    }

    /// <summary>All resources of a type with their properties.</summary>
    public IEnumerable<(string Stack, string Id, JsonObject Properties)> OfType(string type) =>
        from template in _templates
        from resource in template.Value["Resources"]!.AsObject()
        where (string?)resource.Value!["Type"] == type
        select (template.Key, resource.Key, resource.Value["Properties"]?.AsObject() ?? []);

    /// <summary>A stack's outputs with their values.</summary>
    public IEnumerable<(string Id, string Value)> Outputs(string stack) =>
        (_templates[stack]["Outputs"]?.AsObject() ?? []).Select(output => (output.Key, Text(stack, output.Value!["Value"])));

    public JsonObject Properties(string stack, string id) =>
        _templates[stack]["Resources"]![id]!["Properties"]!.AsObject();

    /// <summary>The text that a value comes to; a resource's attribute is <c>&lt;stack#id.attribute&gt;</c>.</summary>
    public string Text(string stack, JsonNode? value) => value switch
    {
        JsonValue plain => plain.ToString(),
        JsonObject reference when reference["Ref"] is { } name => Ref(stack, (string)name!),
        JsonObject reference when reference["Fn::GetAtt"] is JsonArray path => Attribute(stack, [.. path.Select(part => (string)part!)]),
        JsonObject reference when reference["Fn::Join"] is JsonArray join =>
            string.Join((string)join[0]!, join[1]!.AsArray().Select(part => Text(stack, part))),
        _ => throw new Xunit.Sdk.XunitException($"{stack} has a value that this test cannot read: {value?.ToJsonString()}"),
    };

    /// <summary>One text or a list of texts.</summary>
    public string[] Texts(string stack, JsonNode? value) => value switch
    {
        null => [],
        JsonArray list => [.. list.Select(item => Text(stack, item))],
        _ => [Text(stack, value)],
    };

    /// <summary>Follows every parameter of every template; one that nobody publishes fails.</summary>
    public void FollowAll()
    {
        foreach (var (stack, template) in _templates)
        {
            foreach (var parameter in template["Parameters"]?.AsObject() ?? [])
            {
                Ref(stack, parameter.Key);
            }
        }
    }

    private static string Attribute(string stack, string[] path) => $"<{stack}#{path[0]}.{string.Join('.', path[1..])}>";

    private string Ref(string stack, string name)
    {
        var template = _templates[stack];
        if (template["Parameters"]?[name] is not { } parameter)
        {
            return name.StartsWith("AWS::", StringComparison.Ordinal) ? name : $"<{stack}#{name}>";
        }

        if ((string?)parameter["Type"] != "AWS::SSM::Parameter::Value<String>")
        {
            return $"<{stack}?{name}>";
        }

        var path = (string)parameter["Default"]!;
        if (path.StartsWith("/cdk-bootstrap/", StringComparison.Ordinal))
        {
            return path;
        }

        Assert.True(_published.TryGetValue(path, out var source), $"{stack} reads {path}, which no stack publishes.");
        return Text(source.Stack, source.Value);
    }
}
