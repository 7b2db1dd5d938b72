using Landfall.Config.Tree;

namespace Landfall.Operations.Security.Trees;

/// <summary>Reads what stands in a tree; what is missing or of another kind is null.</summary>
internal static class NodeReading
{
    /// <summary>Follows keys.</summary>
    /// <param name="node">Where to begin.</param>
    /// <param name="path">The keys, separated by dots.</param>
    /// <returns>The value, or null.</returns>
    public static ConfigNode? At(this ConfigNode? node, string path)
    {
        foreach (var key in path.Split('.'))
        {
            if ((node as MapNode)?.Find(key)?.Value is not { } value)
                return null;
            node = value;
        }

        return node is ScalarNode { IsNull: true } ? null : node;
    }

    /// <summary>A text below keys.</summary>
    public static string? TextAt(this ConfigNode? node, string path) => (node.At(path) as ScalarNode)?.Text;

    /// <summary>True where a boolean below keys says so.</summary>
    public static bool TrueAt(this ConfigNode? node, string path) => IsTrue(node.At(path));

    /// <summary>True where a boolean below keys is there and says no.</summary>
    public static bool FalseAt(this ConfigNode? node, string path) => IsFalse(node.At(path));

    /// <summary>The items of a list below keys.</summary>
    public static IReadOnlyList<ConfigNode> ListAt(this ConfigNode? node, string path) => (node.At(path) as ListNode)?.Items ?? [];

    /// <summary>The texts of a list below keys.</summary>
    public static IEnumerable<string> TextsAt(this ConfigNode? node, string path) => node.ListAt(path).OfType<ScalarNode>().Select(item => item.Text);

    /// <summary>The line of the last key that is there.</summary>
    /// <param name="node">Where to begin.</param>
    /// <param name="path">The keys, separated by dots.</param>
    /// <param name="line">The line where none is.</param>
    /// <returns>The line.</returns>
    public static int LineOf(this ConfigNode? node, string path, int line)
    {
        foreach (var key in path.Split('.'))
        {
            if ((node as MapNode)?.Find(key) is not { } entry)
                return line;
            (node, line) = (entry.Value, entry.KeyMark.Line);
        }

        return line;
    }

    /// <summary>True for a boolean that says so, in YAML's or JSON's spelling or as text.</summary>
    public static bool IsTrue(ConfigNode? node) => node is ScalarNode scalar && ValueOf(scalar).Equals("true", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for a boolean that says no, in YAML's or JSON's spelling or as text.</summary>
    public static bool IsFalse(ConfigNode? node) => node is ScalarNode scalar && ValueOf(scalar).Equals("false", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// A value as CloudFormation and kubectl take it, which read YAML 1.1: there <c>yes</c>, <c>on</c>, <c>no</c> and <c>off</c> without
    /// quotes are booleans (https://yaml.org/type/bool.html).
    /// </summary>
    /// <param name="scalar">The value.</param>
    /// <returns>Its text, or <c>true</c> or <c>false</c>.</returns>
    public static string ValueOf(ScalarNode scalar) => scalar.Style != ScalarStyle.Plain ? scalar.Text : scalar.Text switch
    {
        "yes" or "Yes" or "YES" or "on" or "On" or "ON" => "true",
        "no" or "No" or "NO" or "off" or "Off" or "OFF" => "false",
        var text => text,
    };
}
