using System.Xml.Linq;

namespace Landfall.Operations.Documents.Writing;

/// <summary>
/// A document as one HTML file that needs nothing besides itself: no script, no font, no network. It is built as a tree, so that no
/// text becomes markup, and it is well-formed XML, too.
/// </summary>
internal static class HtmlPage
{
    // No greater-than, less-than or ampersand: XML would escape them, and a browser does not take that back in a style.
    private const string Style = """
        :root { color-scheme: light dark; --ink: #1c2733; --paper: #ffffff; --faint: #f2f5f8; --line: #c9d3dc; --link: #0a58b5; }
        @media (prefers-color-scheme: dark) { :root { --ink: #dfe6ec; --paper: #12181e; --faint: #1c252e; --line: #3a4753; --link: #7fb8ff; } }
        body { margin: 0 auto; max-width: 64rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
        h1, h2, h3 { line-height: 1.2; }
        h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); }
        a { color: var(--link); }
        .wide { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; overflow-wrap: break-word; }
        th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; min-width: 4rem; }
        th { background: var(--faint); }
        svg { display: block; height: auto; }
        svg .box { fill: var(--faint); stroke: var(--ink); }
        svg .store { stroke-dasharray: 5 3; }
        svg text { fill: var(--ink); font: 13px system-ui, sans-serif; text-anchor: middle; }
        svg .small { font-size: 11px; }
        svg .label { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; font-size: 11px; }
        svg .edge { fill: none; stroke: var(--ink); stroke-opacity: .6; }
        svg .tip { fill: var(--ink); }
        @media print { body { max-width: none; } }
        """;

    /// <summary>Writes it.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The page; the same document gives the same bytes.</returns>
    public static string Write(Document document)
    {
        var page = new XElement("html",
            new XAttribute("lang", "en"),
            new XElement("head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("meta", new XAttribute("http-equiv", "Content-Security-Policy"), new XAttribute("content", "default-src 'none'; style-src 'unsafe-inline'")),
                new XElement("title", HtmlText.Clean(document.Title)),
                new XElement("style", $"\n{Style}\n")),
            new XElement("body",
                new XElement("header", new XElement("h1", HtmlText.Clean(document.Title))),
                new XElement("nav", new XElement("ul", document.Chapters.Select(chapter => new XElement("li", new XElement("a", new XAttribute("href", $"#{chapter.Id}"), HtmlText.Clean(chapter.Title)))))),
                new XElement("main", document.Chapters.Select(Write))));
        return $"<!DOCTYPE html>\n{Document.Comment}\n{page}\n";
    }

    private static XElement Write(Chapter chapter) =>
        new("section", new XAttribute("id", chapter.Id), new XElement("h2", HtmlText.Clean(chapter.Title)), chapter.Blocks.Select(Write));

    private static XElement Write(Block block) => block switch
    {
        Paragraph paragraph => new XElement("p", HtmlText.Of(paragraph.Text)),
        Subheading heading => new XElement("h3", heading.Id is { } id ? new XAttribute("id", id) : null, HtmlText.Clean(heading.Text)),
        Items list => new XElement("ul", list.Entries.Select(entry => new XElement("li", HtmlText.Of(entry)))),
        Grid grid => Wide(new XElement("table",
            new XElement("thead", new XElement("tr", grid.Columns.Select(column => new XElement("th", new XAttribute("scope", "col"), HtmlText.Clean(column))))),
            new XElement("tbody", grid.Rows.Select(row => new XElement("tr", row.Select(cell => new XElement("td", HtmlText.Of(cell)))))))),
        Drawing drawing => Wide(SvgPicture.Draw(drawing.Topology)),
        _ => throw new NotSupportedException(block.GetType().Name),
    };

    /// <summary>What a phone moves sideways by itself.</summary>
    private static XElement Wide(XElement content) => new("div", new XAttribute("class", "wide"), content);
}
