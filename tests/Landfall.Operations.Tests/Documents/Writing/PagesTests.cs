using System.Xml.Linq;
using Landfall.Config.Plan;
using Landfall.Config.Topology;
using Landfall.Operations.Documents.Writing;

namespace Landfall.Operations.Tests.Documents.Writing;

public sealed class PagesTests
{
    private const string Hostile = "</style><script>alert(1)</script>\"' onload=x & | `a` [b](javascript:c) \n# d \u0001*e* ``` $f$";

    private static readonly Document Attack = new(Hostile, [
        new Chapter("one", Hostile, [
            new Paragraph(Hostile),
            new Paragraph(new Phrase(Hostile, "javascript:alert(1)")),
            new Paragraph(new Phrase(Hostile, "https://example.com/a b)(\"<x>")),
            new Subheading(Hostile, "two"),
            new Items([Hostile]),
            new Grid([Hostile, ""], [[Hostile, ""]]),
            new Drawing(new AppTopology([new TopologyNode(Hostile, TopologyKind.Web, Hostile), new TopologyNode("b", TopologyKind.Bucket, "")], [new UseEdge(Hostile, "b", "writes", UseAccess.Write)])),
        ]),
    ]);

    [Fact]
    public void Html_HostileText_IsTextAlone()
    {
        var html = XDocument.Parse(HtmlPage.Write(Attack));

        Assert.DoesNotContain(html.Descendants(), e => e.Name.LocalName is "script" or "img" or "link" or "iframe" or "object");
        Assert.DoesNotContain(html.Descendants().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.Equal(["#one", "https://example.com/a b)(\"<x>"], html.Descendants("a").Select(a => (string)a.Attribute("href")!));
        Assert.Contains(html.Descendants("td"), cell => cell.Value.Contains("<script>alert(1)</script>", StringComparison.Ordinal));
        Assert.Single(html.Descendants("style"));
    }

    [Fact]
    public void Html_Page_NeedsNothingBesidesItself()
    {
        var html = XDocument.Parse(HtmlPage.Write(Attack));

        Assert.DoesNotContain(html.Descendants().Attributes(), a => a.Name.LocalName is "src" or "srcset" or "action");
        Assert.DoesNotContain("url(", html.Descendants("style").Single().Value, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", html.Descendants("style").Single().Value, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme: dark", html.Descendants("style").Single().Value, StringComparison.Ordinal);
        Assert.Contains(html.Descendants("meta"), meta => (string?)meta.Attribute("content") == "width=device-width, initial-scale=1");
        Assert.Contains(html.Descendants("meta"), meta => meta.Attribute("content")?.Value.StartsWith("default-src 'none'", StringComparison.Ordinal) == true);
        // An empty element of XML is, in HTML, one that nobody has closed.
        Assert.DoesNotContain(html.Descendants(), e => e.IsEmpty && e.Name.LocalName is not ("meta" or "rect" or "path"));
    }

    [Fact]
    public void Markdown_HostileText_StaysInItsPlace()
    {
        var page = MarkdownPage.Write(Attack);
        var lines = page.Split('\n');

        Assert.Equal(3, lines.Count(line => line.StartsWith('|')));
        Assert.Equal(["# ", "## ", "### "], lines.Where(line => line.StartsWith('#')).Select(line => line[..(line.IndexOf(' ', StringComparison.Ordinal) + 1)]));
        Assert.DoesNotContain("<script", page.Replace("\\<", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("(https://example.com/a%20b%29%28%22%3Cx%3E)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("](javascript", page[..page.IndexOf("````mermaid", StringComparison.Ordinal)].Replace("\\]", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(["````mermaid", "````"], lines.Where(line => line.StartsWith("```", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("LOG_LEVEL", "LOG_LEVEL")]
    [InlineData("_x_ a*b", "\\_x\\_ a\\*b")]
    [InlineData("- a\nb", "\\- a b")]
    [InlineData("# a", "\\# a")]
    [InlineData("a | b", "a \\| b")]
    public void Escape_Text_ShowsWhatItIs(string text, string expected) => Assert.Equal(expected, MarkdownText.Escape(text));

    [Fact]
    public void Layout_Chain_GoesFromLeftToRight()
    {
        var layout = Lay(["a", "b", "c"], ("a", "b"), ("b", "c"), ("a", "c"));

        Assert.Equal([0, 1, 2], layout.Places.Select(place => place.Column));
        Assert.Equal((3, 1), (layout.Width, layout.Height));
    }

    [Fact]
    public void Layout_Circle_HasAnEndAndNoTwoInOnePlace()
    {
        var layout = Lay(["a", "b", "c", "d"], ("a", "b"), ("b", "a"), ("b", "c"), ("c", "c"), ("d", "a"));

        Assert.Distinct(layout.Places);
        Assert.True(layout.Places[0].Column < layout.Places[1].Column && layout.Places[1].Column < layout.Places[2].Column);
    }

    private static PictureLayout Lay(string[] nodes, params (string From, string To)[] edges) => new(new AppTopology(
        [.. nodes.Select(node => new TopologyNode(node, TopologyKind.Internal, ""))], [.. edges.Select(edge => new UseEdge(edge.From, edge.To, "calls", UseAccess.ReadWrite))]));
}
