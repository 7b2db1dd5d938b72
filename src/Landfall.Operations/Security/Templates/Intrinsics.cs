using System.Text.RegularExpressions;
using Landfall.Config.Tree;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Templates;

/// <summary>
/// Works out what functions give, by the defaults of parameters
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html).
/// </summary>
/// <param name="root">The template.</param>
internal sealed partial class Intrinsics(MapNode root)
{
    private const int Deepest = 40;

    /// <summary>Works one out.</summary>
    /// <param name="node">The value, as it is written.</param>
    /// <param name="depth">How deep it is among functions: conditions can name each other in a circle.</param>
    /// <returns>The value; null for one that is left out; <see cref="UnknownNode"/> for what only the deployment decides.</returns>
    public ConfigNode? Resolve(ConfigNode? node, int depth = 0)
    {
        if (node is not MapNode { Entries: [var entry] } map || !IsFunction(entry.Key))
            return node is ScalarNode { IsNull: true } ? null : node;
        var unknown = new UnknownNode(map.Mark);
        if (depth > Deepest)
            return unknown;
        return entry.Key switch
        {
            "Ref" => Reference(map.Mark, entry.Value),
            "Fn::If" when entry.Value is ListNode { Items: [ScalarNode condition, var yes, var no] } => Condition(condition.Text, depth) is { } holds ? Resolve(holds ? yes : no, depth + 1) : unknown,
            "Fn::Sub" => Substitute(entry.Value, depth) switch
            {
                ({ } text, true) => new ScalarNode(map.Mark, text, ScalarStyle.Quoted),
                (var outline, _) => new UnknownNode(map.Mark) { Outline = outline },
            },
            "Fn::Join" when entry.Value is ListNode { Items: [ScalarNode by, ListNode parts] } => Texts(parts, depth) is { } texts ? new ScalarNode(map.Mark, string.Join(by.Text, texts), ScalarStyle.Quoted) : unknown,
            "Fn::FindInMap" when entry.Value is ListNode { Items: [_, _, _, ..] } list && Texts(list, depth) is { } keys => (ConfigNode?)Mapped(keys) ?? unknown,
            _ => unknown,
        };
    }

    private static bool IsFunction(string key) => key is "Ref" or "Condition" || key.StartsWith("Fn::", StringComparison.Ordinal);

    private ConfigNode? Reference(Mark mark, ConfigNode name)
    {
        if (name is not ScalarNode { Text: var text })
            return new UnknownNode(mark);
        if (text == "AWS::NoValue")
            return null;
        if (Parameter(text) is not { } parameter || parameter.At("Default") is not ScalarNode value || parameter.TextAt("Type")?.StartsWith("AWS::SSM::", StringComparison.Ordinal) == true)
            return new UnknownNode(mark);
        var isList = parameter.TextAt("Type") is { } type && (type == "CommaDelimitedList" || type.StartsWith("List<", StringComparison.Ordinal));
        return isList ? new ListNode(mark, [.. value.Text.Split(',').Select(item => new ScalarNode(mark, item.Trim(), ScalarStyle.Quoted))]) : new ScalarNode(mark, value.Text, value.Style);
    }

    private MapNode? Parameter(string name) => ((root.Find("Parameters")?.Value as MapNode)?.Find(name))?.Value as MapNode;

    private bool? Condition(string name, int depth) =>
        (root.Find("Conditions")?.Value as MapNode)?.Find(name)?.Value is { } rule && depth <= Deepest ? Holds(rule, depth + 1) : null;

    private bool? Holds(ConfigNode rule, int depth)
    {
        if (rule is not MapNode { Entries: [var entry] } || depth > Deepest)
            return null;
        return (entry.Key, entry.Value) switch
        {
            ("Condition", ScalarNode other) => Condition(other.Text, depth),
            ("Fn::Equals", ListNode { Items: [var a, var b] }) => Resolve(a, depth) is ScalarNode x && Resolve(b, depth) is ScalarNode y ? x.Text == y.Text : null,
            ("Fn::Not", ListNode { Items: [var one] }) => !Holds(one, depth + 1),
            ("Fn::And", ListNode all) => All([.. all.Items.Select(one => Holds(one, depth + 1))], stop: false),
            ("Fn::Or", ListNode any) => All([.. any.Items.Select(one => Holds(one, depth + 1))], stop: true),
            _ => null,
        };
    }

    private static bool? All(IReadOnlyList<bool?> results, bool stop) => results.Contains(stop) ? stop : results.Contains(null) ? null : !stop;

    private List<string>? Texts(ListNode list, int depth)
    {
        var texts = new List<string>();
        foreach (var item in list.Items)
        {
            if (Resolve(item, depth + 1) is not ScalarNode { Text: var text })
                return null;
            texts.Add(text);
        }

        return texts;
    }

    private ScalarNode? Mapped(IReadOnlyList<string> keys) =>
        (((root.Find("Mappings")?.Value as MapNode)?.Find(keys[0])?.Value as MapNode)?.Find(keys[1])?.Value as MapNode)?.Find(keys[2])?.Value as ScalarNode;

    /// <summary>The text with the values of its variables, and whether all are known: the others stay as they are written.</summary>
    private (string? Text, bool Known) Substitute(ConfigNode value, int depth)
    {
        var (text, own) = value switch
        {
            ScalarNode scalar => (scalar.Text, null),
            ListNode { Items: [ScalarNode scalar, MapNode map] } => (scalar.Text, map),
            _ => ((string?)null, (MapNode?)null),
        };
        var known = text is not null;
        var result = Variable().Replace(text ?? "", match =>
        {
            if (match.Value.StartsWith("${!", StringComparison.Ordinal))
                return $"${{{match.Groups[1].Value}}}";
            var name = match.Groups[1].Value.Trim();
            var found = own?.Find(name) is { } entry ? Resolve(entry.Value, depth + 1) : Reference(value.Mark, new ScalarNode(value.Mark, name, ScalarStyle.Quoted));
            known &= found is ScalarNode;
            return (found as ScalarNode)?.Text ?? match.Value;
        });
        return (text is null ? null : result, known);
    }

    [GeneratedRegex(@"\$\{!?([^}]*)\}")]
    private static partial Regex Variable();
}
