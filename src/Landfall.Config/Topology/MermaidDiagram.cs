using System.Text;

namespace Landfall.Config.Topology;

/// <summary>Draws a topology as a Mermaid flowchart.</summary>
public static class MermaidDiagram
{
    /// <summary>Draws the topology.</summary>
    /// <param name="topology">The topology.</param>
    /// <returns>Mermaid text, ending with a line feed.</returns>
    public static string Render(AppTopology topology)
    {
        var ids = topology.Nodes.Select((node, i) => (node.Name, Id: $"n{i}")).ToDictionary(pair => pair.Name, pair => pair.Id, StringComparer.Ordinal);
        var text = new StringBuilder("flowchart LR\n");
        foreach (var node in topology.Nodes)
        {
            var (open, close) = Shape(node.Kind);
            var detail = node.Detail.Length > 0 ? $"<br/>{Escape(node.Detail)}" : "";
            text.Append("  ").Append(ids[node.Name]).Append(open).Append('"').Append(Escape(node.Name)).Append(detail).Append('"').Append(close).Append('\n');
        }

        foreach (var edge in topology.Edges)
        {
            // Messages flow from the queue to the worker, although the worker is what depends.
            var (from, to) = edge.Label == "consumes" ? (edge.To, edge.From) : (edge.From, edge.To);
            text.Append("  ").Append(ids[from]).Append(" -->|").Append(edge.Label).Append("| ").Append(ids[to]).Append('\n');
        }

        return text.ToString();
    }

    private static (string Open, string Close) Shape(TopologyKind kind) => kind switch
    {
        TopologyKind.Database or TopologyKind.Table or TopologyKind.Bucket or TopologyKind.FileSystem => ("[(", ")]"),
        TopologyKind.Queue => ("[[", "]]"),
        TopologyKind.Secret => (">", "]"),
        TopologyKind.Auth or TopologyKind.EmrCluster => ("{{", "}}"),
        TopologyKind.Job => ("([", "])"),
        TopologyKind.Site => ("[/", "/]"),
        _ => ("[", "]"),
    };

    private static string Escape(string text) =>
        string.Join(' ', text.Split('\n', '\r')).Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}
