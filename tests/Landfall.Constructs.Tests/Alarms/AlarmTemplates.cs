using System.Text.Json.Nodes;
using Landfall.Constructs.Tests.Samples;

namespace Landfall.Constructs.Tests.Alarms;

/// <summary>The alarms of a file's templates.</summary>
internal sealed class AlarmTemplates
{
    private readonly IReadOnlyDictionary<string, JsonNode> _templates;

    public AlarmTemplates(string file) =>
        _templates = Synthesis.Run(TestPlan.Of("app: shop\nregion: eu-west-1\nenvironments: { dev: {} }\n" + file));

    /// <summary>Every resource of a type in a stack of <c>shop-dev</c>, by logical id.</summary>
    public IReadOnlyDictionary<string, JsonObject> OfType(string part, string type) =>
        _templates[$"shop-dev-{part}"]["Resources"]!.AsObject()
            .Where(pair => (string?)pair.Value!["Type"] == type)
            .ToDictionary(pair => pair.Key, pair => pair.Value!["Properties"]!.AsObject(), StringComparer.Ordinal);

    /// <summary>A metric alarm.</summary>
    public JsonObject Alarm(string part, string id) => OfType(part, "AWS::CloudWatch::Alarm")[id];

    /// <summary>An alarm that is made of others.</summary>
    public JsonObject Composite(string part, string id) => OfType(part, "AWS::CloudWatch::CompositeAlarm")[id];

    /// <summary>What an alarm watches.</summary>
    public string Expression(string part, string id) =>
        Alarm(part, id)["Metrics"]!.AsArray().Single(metric => (string?)metric!["Id"] == "value")!["Expression"]!.GetValue<string>();

    /// <summary>The rule of a composite alarm, in which another alarm of the stack stands as its logical id.</summary>
    public string Rule(string part, string id) => Text(Composite(part, id)["AlarmRule"]!);

    /// <summary>The ids of the metric alarms of a stack that call people.</summary>
    public string[] Calling(string part) =>
        [.. OfType(part, "AWS::CloudWatch::Alarm").Where(pair => (pair.Value["AlarmActions"]?.AsArray().Count ?? 0) > 0).Select(pair => pair.Key).Order(StringComparer.Ordinal)];

    /// <summary>A value as text; a reference is what it refers to.</summary>
    public static string Text(JsonNode value) => value switch
    {
        JsonObject join when join["Fn::Join"] is { } parts => string.Concat(parts[1]!.AsArray().Select(part => Text(part!))),
        JsonObject reference => (string)reference["Ref"]!,
        _ => value.GetValue<string>(),
    };
}
