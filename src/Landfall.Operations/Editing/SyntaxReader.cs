using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Mark = Landfall.Config.Tree.Mark;

namespace Landfall.Operations.Editing;

/// <summary>Finds where everything stands in YAML or JSON. The marks are those that reading the same text gives.</summary>
internal sealed class SyntaxReader
{
    private readonly string _text;
    private readonly Parser _parser;
    private readonly List<SyntaxNode> _nodes = [];

    private SyntaxReader(string text)
    {
        _text = text;
        // JSON may be indented with tabs, which cannot stand inside its texts.
        _parser = new Parser(new StringReader(text.TrimStart() is ['{' or '[', ..] ? text.Replace('\t', ' ') : text));
    }

    /// <summary>Reads a text that is known to be well-formed.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Where everything stands; null where it cannot be read to its end.</returns>
    public static SyntaxTree? Read(string text)
    {
        try
        {
            var reader = new SyntaxReader(text);
            reader.ReadAll();
            return new SyntaxTree(text, reader._nodes);
        }
        catch (Exception e) when (e is YamlException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private void ReadAll()
    {
        _parser.Consume<StreamStart>();
        while (!_parser.Accept<StreamEnd>(out _))
        {
            _parser.Consume<DocumentStart>();
            ReadNode();
            _parser.Consume<DocumentEnd>();
        }
    }

    private SyntaxNode ReadNode()
    {
        var node = _parser.Current switch
        {
            MappingStart => ReadMap(),
            SequenceStart => ReadList(),
            AnchorAlias => Ended(_parser.Consume<AnchorAlias>(), SyntaxKind.Alias),
            _ => ReadScalar(),
        };
        if (node.Kind is SyntaxKind.Map or SyntaxKind.List)
            _nodes.Add(node);
        return node;
    }

    private SyntaxNode ReadMap()
    {
        var start = _parser.Consume<MappingStart>();
        var entries = new List<(SyntaxNode, SyntaxNode)>();
        while (!_parser.Accept<MappingEnd>(out _))
            entries.Add((ReadNode(), ReadNode()));
        var end = _parser.Consume<MappingEnd>();
        var isFlow = start.Style == MappingStyle.Flow;
        return Begun(start, SyntaxKind.Map) with { Entries = entries, IsFlow = isFlow, End = isFlow ? (int)end.Start.Index + 1 : entries[^1].Item2.End };
    }

    private SyntaxNode ReadList()
    {
        var start = _parser.Consume<SequenceStart>();
        var items = new List<SyntaxNode>();
        while (!_parser.Accept<SequenceEnd>(out _))
            items.Add(ReadNode());
        var end = _parser.Consume<SequenceEnd>();
        var isFlow = start.Style == SequenceStyle.Flow;
        return Begun(start, SyntaxKind.List) with { Items = items, IsFlow = isFlow, End = isFlow ? (int)end.Start.Index + 1 : items[^1].End };
    }

    private SyntaxNode ReadScalar()
    {
        var scalar = _parser.Consume<Scalar>();
        return Ended(scalar, SyntaxKind.Scalar) with { Text = scalar.Value, IsQuoted = scalar.Style == YamlDotNet.Core.ScalarStyle.DoubleQuoted };
    }

    /// <summary>A value that ends where its event ends; texts of several lines are said to end at what follows.</summary>
    private SyntaxNode Ended(ParsingEvent one, SyntaxKind kind)
    {
        var (start, end) = ((int)one.Start.Index, (int)one.End.Index);
        while (end > start && char.IsWhiteSpace(_text[end - 1]))
            end--;
        return Begun(one, kind) with { End = end };
    }

    private static SyntaxNode Begun(ParsingEvent one, SyntaxKind kind) =>
        new(kind, new Mark((int)Math.Max(1, one.Start.Line), (int)Math.Max(1, one.Start.Column)), (int)one.Start.Index) { End = (int)one.End.Index };
}
