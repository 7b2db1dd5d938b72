using System.Text;
using System.Text.Json;

namespace Landfall.Config.Topology;

/// <summary>Draws a topology as text: each service with what it uses.</summary>
public static class TextDiagram
{
    /// <summary>Draws the topology.</summary>
    /// <param name="topology">The topology.</param>
    /// <returns>Lines of text, ending with a line feed; empty for a topology without nodes.</returns>
    public static string Render(AppTopology topology)
    {
        var nodes = topology.Nodes.ToDictionary(node => node.Name, StringComparer.Ordinal);
        var used = topology.Edges.Select(edge => edge.To).ToHashSet(StringComparer.Ordinal);
        var text = new StringBuilder();
        foreach (var node in topology.Nodes)
        {
            if (node.IsResource && used.Contains(node.Name))
            {
                continue;
            }

            text.Append(Describe(node)).Append(node.IsResource ? "  (unused)" : "").Append('\n');
            var edges = topology.Edges.Where(edge => edge.From == node.Name).ToArray();
            for (var i = 0; i < edges.Length; i++)
            {
                text.Append(i == edges.Length - 1 ? "└─ " : "├─ ")
                    .Append(edges[i].Label).Append(' ')
                    .Append(Describe(nodes[edges[i].To]))
                    .Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Describe(TopologyNode node)
    {
        var kind = JsonNamingPolicy.KebabCaseLower.ConvertName(node.Kind.ToString()).Replace('-', ' ');
        return node.Detail.Length > 0 ? $"{node.Name} [{kind}: {node.Detail}]" : $"{node.Name} [{kind}]";
    }
}
