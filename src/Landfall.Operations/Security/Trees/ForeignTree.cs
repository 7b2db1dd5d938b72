using Landfall.Config;
using Landfall.Config.Loading;
using Landfall.Config.Tree;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Mark = Landfall.Config.Tree.Mark;
using ScalarStyle = Landfall.Config.Tree.ScalarStyle;

namespace Landfall.Operations.Security.Trees;

/// <summary>
/// Reads every document of a file of YAML or JSON, with CloudFormation's short forms written out: <c>!Ref X</c> is read as
/// <c>Ref: X</c> and <c>!Sub …</c> as <c>Fn::Sub: …</c>. JSON is read as the YAML that it is.
/// </summary>
internal sealed class ForeignTree
{
    private readonly Parser _parser;
    private readonly TreeBudget _budget = new();
    private readonly Dictionary<string, (ConfigNode Node, long Cost)> _anchors = new(StringComparer.Ordinal);

    private ForeignTree(string text) => _parser = new Parser(new StringReader(text));

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    /// <returns>The documents up to the first that cannot be read, and what is wrong with that one.</returns>
    public static (IReadOnlyList<ConfigNode> Documents, string? Problem) Read(SourceFile file)
    {
        // JSON may be indented with tabs, which cannot stand inside its texts.
        var text = file.Text.TrimStart() is ['{' or '[', ..] ? file.Text.Replace('\t', ' ') : file.Text;
        var documents = new List<ConfigNode>();
        try
        {
            new ForeignTree(text).ReadAll(documents);
            return (documents, null);
        }
        catch (YamlException e)
        {
            var fault = new YamlFault(text).Explain(At(e.Start), e.Message);
            return (documents, $"Line {((Mark)fault.Details!).Line}: {fault.Message}");
        }
        catch (LandfallException e) when (e.Details is Mark mark)
        {
            return (documents, $"Line {mark.Line}: {e.Message}");
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            return (documents, "It is not valid YAML.");
        }
    }

    private static Mark At(YamlDotNet.Core.Mark mark) => new((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    private void ReadAll(List<ConfigNode> documents)
    {
        _parser.Consume<StreamStart>();
        while (!_parser.Accept<StreamEnd>(out _))
        {
            _parser.Consume<DocumentStart>();
            _anchors.Clear();
            documents.Add(ReadNode(0));
            _parser.Consume<DocumentEnd>();
        }
    }

    private ConfigNode ReadNode(int depth)
    {
        var mark = At(_parser.Current!.Start);
        TreeBudget.CheckDepth(mark, depth);
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            var (anchored, cost) = _anchors.TryGetValue(alias.Value.Value, out var known)
                ? known : throw UnusableInput.At(mark, ErrorCodes.Syntax, $"The alias '*{alias.Value.Value}' has no anchor above it.");
            _budget.Spend(mark, cost);
            return anchored;
        }

        var before = _budget.Spent;
        _budget.Spend(mark, 1);
        var (anchor, tag) = _parser.Current is NodeEvent node ? (node.Anchor, node.Tag) : (AnchorName.Empty, TagName.Empty);
        ConfigNode read = _parser.Current switch
        {
            SequenceStart => ReadList(mark, depth),
            MappingStart => ReadMap(mark, depth),
            _ => ReadScalar(mark),
        };
        if (!tag.IsEmpty && tag.Value is ['!', _, ..] && !tag.IsNonSpecific)
            read = Intrinsic(tag.Value[1..], read);
        if (!anchor.IsEmpty)
            _anchors[anchor.Value] = (read, _budget.Spent - before);
        return read;
    }

    /// <summary>The long form of a short one.</summary>
    private static MapNode Intrinsic(string name, ConfigNode value)
    {
        if (name == "GetAtt" && value is ScalarNode { Text: var text } && text.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot)
        {
            value = new ListNode(value.Mark,
                [new ScalarNode(value.Mark, text[..dot], ScalarStyle.Quoted), new ScalarNode(value.Mark, text[(dot + 1)..], ScalarStyle.Quoted)]);
        }

        return new MapNode(value.Mark, [new MapEntry(name is "Ref" or "Condition" ? name : $"Fn::{name}", value.Mark, value)]);
    }

    private ScalarNode ReadScalar(Mark mark)
    {
        var scalar = _parser.Consume<Scalar>();
        return new ScalarNode(mark, scalar.Value, scalar.Style == YamlDotNet.Core.ScalarStyle.Plain ? ScalarStyle.Plain : ScalarStyle.Quoted);
    }

    private ListNode ReadList(Mark mark, int depth)
    {
        _parser.Consume<SequenceStart>();
        var items = new List<ConfigNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(depth + 1));
        return new ListNode(mark, items);
    }

    private MapNode ReadMap(Mark mark, int depth)
    {
        _parser.Consume<MappingStart>();
        var entries = new List<MapEntry>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        var merged = new List<MapNode>();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var place = At(_parser.Current!.Start);
            var key = ReadNode(depth + 1) as ScalarNode;
            var value = ReadNode(depth + 1);
            if (key is { Text: "<<", Style: ScalarStyle.Plain })
                merged.AddRange(value is ListNode list ? list.Items.OfType<MapNode>() : value is MapNode map ? [map] : []);
            else if (key is not null && names.Add(key.Text))
                entries.Add(new MapEntry(key.Text, place, value));
        }

        entries.AddRange(merged.SelectMany(map => map.Entries).Where(entry => names.Add(entry.Key)));
        return new MapNode(mark, entries);
    }
}
