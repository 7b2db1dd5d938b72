using Landfall.Config.Tree;

namespace Landfall.Operations.Editing;

/// <summary>A text of YAML or JSON, with where everything stands in it.</summary>
/// <param name="text">The text, with line feeds for line ends.</param>
/// <param name="nodes">Its mappings and lists.</param>
internal sealed class SyntaxTree(string text, IEnumerable<SyntaxNode> nodes)
{
    private readonly Dictionary<(Mark, SyntaxKind), SyntaxNode> _byPlace = nodes.GroupBy(node => (node.Mark, node.Kind)).ToDictionary(group => group.Key, group => group.First());

    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>True for JSON, whose keys have quotes.</summary>
    public bool IsJson { get; } = text.TrimStart() is ['{' or '[', ..];

    /// <summary>Finds what was read as a mapping.</summary>
    /// <param name="map">The mapping.</param>
    /// <returns>Where it stands; null where it is not written as one, such as a short form.</returns>
    public SyntaxNode? Find(MapNode map) => _byPlace.GetValueOrDefault((map.Mark, SyntaxKind.Map));

    /// <summary>Finds what was read as a list.</summary>
    /// <param name="list">The list.</param>
    /// <returns>Where it stands, or null.</returns>
    public SyntaxNode? Find(ListNode list) => _byPlace.GetValueOrDefault((list.Mark, SyntaxKind.List));

    /// <summary>The end of the line that a place is on.</summary>
    public int LineEnd(int at) => Text.IndexOf('\n', at) is >= 0 and var end ? end : Text.Length;

    /// <summary>The beginning of the line that a place is on.</summary>
    public int LineStart(int at) => at == 0 ? 0 : Text.LastIndexOf('\n', at - 1) + 1;

    /// <summary>The text of a line up to a place.</summary>
    public string Before(int at) => Text[LineStart(at)..at];

    /// <summary>The beginning of a line, from 1; the end of the text for those that are not there.</summary>
    public int StartOfLine(int line)
    {
        var at = 0;
        for (var i = 1; i < line; i++)
        {
            if (Text.IndexOf('\n', at) is not (>= 0 and var end))
                return Text.Length;
            at = end + 1;
        }

        return at;
    }
}
