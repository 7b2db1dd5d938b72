using System.Text.Json.Nodes;
using Landfall.Config.Tree;
using Landfall.Operations.Editing;
using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Templates;

/// <summary>A resource of a template.</summary>
/// <param name="Id">Its logical id.</param>
/// <param name="Type">Its type.</param>
/// <param name="Properties">Its properties, as they are written.</param>
/// <param name="Line">The line of its id.</param>
/// <param name="Intrinsics">Works functions out.</param>
internal sealed record TemplateResource(string Id, string Type, MapNode Properties, int Line, Intrinsics Intrinsics)
{
    /// <summary>The whole of it, its type too; null where it was made up from a policy.</summary>
    public MapNode? Body { get; init; }

    /// <summary>Gives a property a value.</summary>
    /// <param name="path">The property.</param>
    /// <param name="value">The value.</param>
    /// <returns>The edit; none where a function, which somebody has a reason for, decides it.</returns>
    public IReadOnlyList<Edit> Set(string path, JsonNode value)
    {
        ConfigNode? at = Properties;
        foreach (var key in path.Split('.'))
        {
            at = (at as MapNode)?.Find(key)?.Value;
            if (at is MapNode { Entries: [{ Key: var name }] } && (name is "Ref" or "Condition" || name.StartsWith("Fn::", StringComparison.Ordinal)))
                return [];
        }

        return Body is null || Body.Find("Properties") is not null ? [new SetValue(Properties, path, value)] : [new SetValue(Body, $"Properties.{path}", value)];
    }

    /// <summary>A property's value.</summary>
    /// <param name="path">The keys, separated by dots.</param>
    /// <returns>The value, worked out; null where it is left out.</returns>
    public ConfigNode? Find(string path) => Find(Properties, path);

    /// <summary>A value below another one.</summary>
    /// <param name="node">The other value.</param>
    /// <param name="path">The keys, separated by dots.</param>
    /// <returns>The value, worked out; null where it is left out.</returns>
    public ConfigNode? Find(ConfigNode? node, string path)
    {
        node = Intrinsics.Resolve(node);
        foreach (var key in path.Split('.'))
        {
            if (node is UnknownNode)
                return node;
            node = Intrinsics.Resolve((node as MapNode)?.Find(key)?.Value);
        }

        return node;
    }

    /// <summary>A text below a value; null where it is left out or not known.</summary>
    public string? Text(ConfigNode? node, string path) => (Find(node, path) as ScalarNode)?.Text;

    /// <summary>A property that is a text; null where it is left out or not known.</summary>
    public string? Text(string path) => Text(Properties, path);

    /// <summary>True for a property that says so.</summary>
    public bool IsTrue(string path) => NodeReading.IsTrue(Find(path));

    /// <summary>True for a property that is there and says no.</summary>
    public bool IsFalse(string path) => NodeReading.IsFalse(Find(path));

    /// <summary>True for a property that is not left out, also where its value is not known.</summary>
    public bool Has(string path) => Find(path) is not null;

    /// <summary>The items of a list, or the one value that stands in its place. What is not known is left out.</summary>
    public IEnumerable<ConfigNode> Items(ConfigNode? node, string path) => Find(node, path) switch
    {
        ListNode list => list.Items.Select(item => Intrinsics.Resolve(item)).OfType<ConfigNode>().Where(item => item is not UnknownNode),
        null or UnknownNode => [],
        var one => [one],
    };

    /// <summary>The items of a property.</summary>
    public IEnumerable<ConfigNode> Items(string path) => Items(Properties, path);

    /// <summary>A place in it.</summary>
    /// <param name="path">The keys, separated by dots.</param>
    /// <param name="detail">What is wrong there, or null.</param>
    /// <returns>The place: the last key that is there.</returns>
    public Spot At(string path, string? detail = null) => new(Properties.LineOf(path, Line), $"{Id}/{path}", detail);

    /// <summary>The whole of it as a place.</summary>
    public Spot Whole(string? detail = null) => new(Line, Id, detail);
}
