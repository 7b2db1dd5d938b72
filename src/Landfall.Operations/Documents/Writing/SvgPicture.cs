using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using Landfall.Config.Topology;

namespace Landfall.Operations.Documents.Writing;

/// <summary>Draws a topology as SVG within a page: no script, no font of its own, the page's colours.</summary>
internal static class SvgPicture
{
    private const int BoxWidth = 170;
    private const int BoxHeight = 44;
    private const int ColumnWidth = 290;
    private const int RowHeight = 66;
    private const int Margin = 12;
    private const int LongestName = 22;
    private const int LongestDetail = 26;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Draws it.</summary>
    /// <param name="topology">The topology.</param>
    /// <returns>An element of HTML.</returns>
    public static XElement Draw(AppTopology topology)
    {
        var layout = new PictureLayout(topology);
        var corners = topology.Nodes.Select((node, i) => (node.Name, X: Margin + (layout.Places[i].Column * ColumnWidth), Y: Margin + (int)(layout.Places[i].Row * RowHeight)))
            .ToDictionary(corner => corner.Name, corner => (corner.X, corner.Y), StringComparer.Ordinal);
        var width = (2 * Margin) + ((Math.Max(layout.Width, 1) - 1) * ColumnWidth) + BoxWidth;
        var height = (2 * Margin) + (int)((Math.Max(layout.Height, 1) - 1) * RowHeight) + BoxHeight;
        return new XElement(Svg + "svg",
            new XAttribute("viewBox", Text($"0 0 {width} {height}")),
            new XAttribute("width", Text($"{width}")),
            new XAttribute("role", "img"),
            new XElement(Svg + "title", "What uses what"),
            topology.Edges.SelectMany(edge => Arrow(edge, corners[edge.From], corners[edge.To])),
            topology.Nodes.Select(node => Box(node, corners[node.Name])));
    }

    private static XElement Box(TopologyNode node, (int X, int Y) corner)
    {
        var kind = JsonNamingPolicy.KebabCaseLower.ConvertName(node.Kind.ToString()).Replace('-', ' ');
        return new XElement(Svg + "g",
            new XElement(Svg + "title", HtmlText.Clean($"{node.Name}: {kind} {node.Detail}".Trim())),
            new XElement(Svg + "rect",
                new XAttribute("class", node.IsResource ? "box store" : "box"),
                new XAttribute("x", corner.X), new XAttribute("y", corner.Y), new XAttribute("width", BoxWidth), new XAttribute("height", BoxHeight), new XAttribute("rx", node.IsResource ? 14 : 4)),
            Word("", corner.X + (BoxWidth / 2), corner.Y + 19, Short(node.Name, LongestName)),
            Word("small", corner.X + (BoxWidth / 2), corner.Y + 35, Short(node.Detail.Length == 0 ? kind : $"{kind} {node.Detail}", LongestDetail)));
    }

    private static IEnumerable<XElement> Arrow(UseEdge edge, (int X, int Y) from, (int X, int Y) to)
    {
        // A line back, in a circle, leaves and arrives on the other side.
        var back = to.X <= from.X;
        var (x1, y1) = (back ? from.X : from.X + BoxWidth, from.Y + (BoxHeight / 2));
        var (x2, y2) = (back ? to.X + BoxWidth : to.X, to.Y + (BoxHeight / 2));
        var bend = back ? -(ColumnWidth - BoxWidth) / 2 : (ColumnWidth - BoxWidth) / 2;
        var tip = back ? 8 : -8;
        yield return new XElement(Svg + "path", new XAttribute("class", "edge"), new XAttribute("d", Text($"M{x1} {y1} C{x1 + bend} {y1} {x2 - bend} {y2} {x2 + tip} {y2}")));
        yield return new XElement(Svg + "path", new XAttribute("class", "tip"), new XAttribute("d", Text($"M{x2} {y2} L{x2 + tip} {y2 - 4} L{x2 + tip} {y2 + 4} Z")));

        // Near its end, where lines from one place have parted.
        yield return Word("label", (int)((x1 * 0.3) + (x2 * 0.7)), (int)((y1 * 0.22) + (y2 * 0.78)) - 3, edge.Label);
    }

    private static XElement Word(string kind, int x, int y, string text) =>
        new(Svg + "text", kind.Length == 0 ? null : new XAttribute("class", kind), new XAttribute("x", x), new XAttribute("y", y), HtmlText.Clean(text));

    /// <summary>So much of a text as has room, by what people see as letters.</summary>
    private static string Short(string text, int most)
    {
        var letters = new StringInfo(text);
        return letters.LengthInTextElements <= most ? text : letters.SubstringByTextElements(0, most - 1) + "…";
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
