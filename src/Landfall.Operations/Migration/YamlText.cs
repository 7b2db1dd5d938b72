using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Config.Tree;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using ScalarStyle = YamlDotNet.Core.ScalarStyle;

namespace Landfall.Operations.Migration;

/// <summary>Writes a tree as YAML, every text so that it is read as text again.</summary>
internal static class YamlText
{
    /// <summary>Writes it.</summary>
    /// <param name="root">The tree.</param>
    /// <returns>The YAML, ended by a line end.</returns>
    public static string Of(JsonObject root)
    {
        var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var emitter = new Emitter(writer, new EmitterSettings(bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024, skipAnchorName: false, indentSequences: true, newLine: "\n"));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Emit(emitter, root);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return writer.ToString();
    }

    private static void Emit(Emitter emitter, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, map.Count == 0 ? MappingStyle.Flow : MappingStyle.Block));
                foreach (var (key, value) in map)
                {
                    emitter.Emit(Text(key));
                    Emit(emitter, value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonArray list:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, list.All(item => item is JsonValue) ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in list)
                    Emit(emitter, item);
                emitter.Emit(new SequenceEnd());
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                emitter.Emit(Text(value.GetValue<string>()));
                break;
            default:
                emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, node?.ToJsonString() ?? "null", ScalarStyle.Plain, isPlainImplicit: true, isQuotedImplicit: false));
                break;
        }
    }

    // YAML 1.1 takes yes, no, on and off for booleans, and so do many readers and people.
    private static Scalar Text(string text)
    {
        var node = new ScalarNode(default, text, Config.Tree.ScalarStyle.Plain);
        var isWord = text.ToLowerInvariant() is "yes" or "no" or "on" or "off" or "y" or "n";
        var style = node.IsNull || node.IsTyped || isWord || text.Contains("${", StringComparison.Ordinal) || text.Contains('\n', StringComparison.Ordinal)
            ? ScalarStyle.DoubleQuoted : ScalarStyle.Any;
        return new Scalar(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: style == ScalarStyle.Any, isQuotedImplicit: true);
    }
}
