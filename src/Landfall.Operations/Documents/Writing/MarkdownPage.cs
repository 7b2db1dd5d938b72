using System.Text;
using Landfall.Config.Topology;

namespace Landfall.Operations.Documents.Writing;

/// <summary>A document as Markdown, with pictures in Mermaid, as GitHub and GitLab show both.</summary>
internal static class MarkdownPage
{
    /// <summary>Writes it.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The page; the same document gives the same bytes.</returns>
    public static string Write(Document document)
    {
        var page = new StringBuilder().Append(Document.Comment).Append("\n\n# ").Append(MarkdownText.Escape(document.Title)).Append('\n');
        page.Append('\n').AppendJoin('\n', document.Chapters.Select(chapter => $"- [{MarkdownText.Escape(chapter.Title)}](#{chapter.Id})")).Append('\n');
        foreach (var chapter in document.Chapters)
        {
            page.Append("\n<a id=\"").Append(chapter.Id).Append("\"></a>\n\n## ").Append(MarkdownText.Escape(chapter.Title)).Append('\n');
            foreach (var block in chapter.Blocks)
                page.Append('\n').Append(Write(block)).Append('\n');
        }

        return page.ToString();
    }

    private static string Write(Block block) => block switch
    {
        Paragraph paragraph => MarkdownText.Of(paragraph.Text),
        Subheading heading => $"{(heading.Id is { } id ? $"<a id=\"{id}\"></a>\n\n" : "")}### {MarkdownText.Escape(heading.Text)}",
        Items list => string.Join('\n', list.Entries.Select(entry => $"- {MarkdownText.Of(entry)}")),
        Grid grid => string.Join('\n', [Row(grid.Columns.Select(MarkdownText.Escape)), Row(grid.Columns.Select(_ => "---")), .. grid.Rows.Select(row => Row(row.Select(MarkdownText.Of)))]),
        Drawing drawing => Fenced("mermaid", MermaidDiagram.Render(drawing.Topology)),
        _ => throw new NotSupportedException(block.GetType().Name),
    };

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    /// <summary>A fence that nothing within closes.</summary>
    private static string Fenced(string language, string text)
    {
        var fence = "```";
        while (text.Contains(fence, StringComparison.Ordinal))
            fence += '`';
        return $"{fence}{language}\n{text}{fence}";
    }
}
