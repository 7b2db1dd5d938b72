using Landfall.Config.Tree;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Mark = Landfall.Config.Tree.Mark;
using ScalarStyle = Landfall.Config.Tree.ScalarStyle;

namespace Landfall.Config.Loading;

/// <summary>Reads YAML into a tree, with anchors, aliases and merge keys, within <see cref="InputLimits"/>.</summary>
internal sealed class YamlTreeReader(Interpolation interpolation, ProblemList problems)
{
    private readonly Dictionary<string, (ConfigNode Node, long Cost)> _anchors = new(StringComparer.Ordinal);
    private readonly TreeBudget _budget = new();

    /// <summary>Reads one document.</summary>
    /// <returns>Its tree, or null when the text holds none.</returns>
    /// <exception cref="LandfallException">The text is not one YAML document, or too complex.</exception>
    public ConfigNode? Read(string text)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                return null;
            }

            parser.Consume<DocumentStart>();
            var root = ReadNode(parser, 0);
            parser.Consume<DocumentEnd>();
            return parser.Accept<StreamEnd>(out _)
                ? root
                : throw UnusableInput.At(
                    At(parser.Current!.Start),
                    ErrorCodes.SeveralDocuments,
                    "A second YAML document begins here. Keep one document in a file, and use 'environments' for variants.");
        }
        catch (YamlException exception)
        {
            throw new YamlFault(text).Explain(At(exception.Start), exception.Message);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new YamlFault(text).Explain(parser.Current is { } last ? At(last.End) : new Mark(1, 1), exception.Message);
        }
    }

    private static Mark At(YamlDotNet.Core.Mark mark) => new((int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    private ConfigNode ReadNode(Parser parser, int depth)
    {
        var mark = At(parser.Current!.Start);
        TreeBudget.CheckDepth(mark, depth);
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            if (!_anchors.TryGetValue(alias.Value.Value, out var anchored))
            {
                throw UnusableInput.At(mark, ErrorCodes.Syntax, $"The alias '*{alias.Value.Value}' has no anchor above it. Set the anchor with '&{alias.Value.Value}', or put the text in quotes.");
            }

            _budget.Spend(mark, anchored.Cost);
            return anchored.Node;
        }

        var before = _budget.Spent;
        _budget.Spend(mark, 1);
        var anchor = (parser.Current as NodeEvent)?.Anchor ?? AnchorName.Empty;
        ConfigNode node = parser.Current switch
        {
            Scalar => ReadScalar(parser.Consume<Scalar>(), mark),
            MappingStart start when start.Tag.IsEmpty => ReadMapping(parser, mark, depth),
            SequenceStart start when start.Tag.IsEmpty => ReadSequence(parser, mark, depth),
            _ => throw UnusableInput.At(mark, ErrorCodes.Syntax, "Tags other than !!str have no meaning here. Remove the tag, or put the value in quotes."),
        };
        if (!anchor.IsEmpty)
        {
            _anchors[anchor.Value] = (node, _budget.Spent - before);
        }

        return node;
    }

    private ScalarNode ReadScalar(Scalar scalar, Mark mark)
    {
        var isText = !scalar.Tag.IsEmpty && scalar.Tag.Value is "tag:yaml.org,2002:str" or "!";
        if (!isText && !scalar.Tag.IsEmpty)
        {
            throw UnusableInput.At(mark, ErrorCodes.Syntax, $"The tag '{scalar.Tag.Value}' has no meaning here. Remove it, or put the value in quotes.");
        }

        var plain = scalar.Style == YamlDotNet.Core.ScalarStyle.Plain && !isText;
        return interpolation.Apply(mark, scalar.Value, plain ? ScalarStyle.Plain : ScalarStyle.Quoted);
    }

    private ListNode ReadSequence(Parser parser, Mark mark, int depth)
    {
        parser.Consume<SequenceStart>();
        var items = new List<ConfigNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(parser, depth + 1));
        }

        return new ListNode(mark, items);
    }

    private MapNode ReadMapping(Parser parser, Mark mark, int depth)
    {
        parser.Consume<MappingStart>();
        var entries = new List<MapEntry>();
        var places = new Dictionary<string, Mark>(StringComparer.Ordinal);
        var merged = new List<MapNode>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var keyMark = At(parser.Current!.Start);
            if (!parser.TryConsume<Scalar>(out var key))
            {
                throw UnusableInput.At(keyMark, ErrorCodes.Syntax, "A key has to be a single text. If this is a text that begins with '{' or '[', put it in quotes.");
            }

            var value = ReadNode(parser, depth + 1);
            if (key is { Value: "<<", Style: YamlDotNet.Core.ScalarStyle.Plain })
            {
                merged.AddRange(MergeSources(value));
            }
            else if (places.TryAdd(key.Value, keyMark))
            {
                TreeBudget.CheckKeys(keyMark, places.Count);
                entries.Add(new MapEntry(key.Value, keyMark, value));
            }
            else
            {
                problems.Add(keyMark, ErrorCodes.DuplicateKey, $"The key '{key.Value}' is already on line {places[key.Value].Line}. Keep one.");
            }
        }

        foreach (var entry in merged.SelectMany(source => source.Entries))
        {
            if (places.TryAdd(entry.Key, entry.KeyMark))
            {
                _budget.Spend(mark, 1);
                TreeBudget.CheckKeys(mark, places.Count);
                entries.Add(entry);
            }
        }

        return new MapNode(mark, entries);
    }

    private static IEnumerable<MapNode> MergeSources(ConfigNode value) => value switch
    {
        MapNode map => [map],
        ListNode list when list.Items.All(item => item is MapNode) => list.Items.Cast<MapNode>(),
        _ => throw UnusableInput.At(value.Mark, ErrorCodes.Syntax, "A merge key '<<' takes a mapping or a list of mappings."),
    };
}
