using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Landfall.Kubernetes.Saved;

/// <summary>Finds the objects in what kubectl and must-gather wrote: YAML or JSON, one to a file, several, or lists.</summary>
internal static class SavedObjects
{
    // A file of one namespace's pods has some 10 MB; larger ones hold something else.
    private const long LargestFile = 100 * 1024 * 1024;

    private static readonly IDeserializer Yaml = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build();
    private static readonly ISerializer Json = new SerializerBuilder().JsonCompatible().Build();

    /// <param name="path">A file that ends in <c>.json</c>, <c>.yaml</c> or <c>.yml</c>.</param>
    /// <returns>Each object with its kind; a list that is empty gives its kind alone.</returns>
    /// <exception cref="FormatException">The file is not what its name says.</exception>
    public static IEnumerable<(string Kind, JsonObject? Object)> Read(string path)
    {
        if (new FileInfo(path).Length > LargestFile)
            throw new FormatException($"it has more than {LargestFile / 1024 / 1024} MiB");
        var text = File.ReadAllText(path);
        try
        {
            return [.. (path.EndsWith(".json", StringComparison.Ordinal) ? [JsonNode.Parse(text)] : Documents(text)).OfType<JsonObject>().SelectMany(Flatten)];
        }
        catch (Exception e) when (e is JsonException or YamlException)
        {
            throw new FormatException(e.Message.ReplaceLineEndings(" "), e);
        }
    }

    private static IEnumerable<JsonNode?> Documents(string text)
    {
        var parser = new MergingParser(new Parser(new StringReader(text)));
        parser.TryConsume<YamlDotNet.Core.Events.StreamStart>(out _);
        while (parser.Accept<YamlDotNet.Core.Events.DocumentStart>(out _))
            yield return JsonNode.Parse(Json.Serialize(Yaml.Deserialize(parser)));
    }

    // The items of a list that the API server gives have no kind of their own.
    private static IEnumerable<(string Kind, JsonObject? Object)> Flatten(JsonObject node)
    {
        var kind = node["kind"]?.GetValue<string>() ?? "";
        if (node["items"] is not JsonArray items)
        {
            yield return (kind, node);
            yield break;
        }
        var itemKind = kind.EndsWith("List", StringComparison.Ordinal) ? kind[..^"List".Length] : "";
        if (itemKind.Length > 0)
            yield return (itemKind, null);
        foreach (var item in items.OfType<JsonObject>())
            yield return (item["kind"]?.GetValue<string>() ?? itemKind, item);
    }
}
