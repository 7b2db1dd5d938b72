using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Landfall.Aws.Inventory;

/// <summary>An XML answer of AWS's Query protocol as a tree: <c>member</c> elements are a list's.</summary>
internal static class XmlTree
{
    /// <summary>Reads an element.</summary>
    /// <param name="element">The element.</param>
    /// <returns>A mapping, a list or a text.</returns>
    public static JsonNode Of(XElement element) =>
        !element.HasElements ? JsonValue.Create(element.Value)
        : element.Elements().All(child => child.Name.LocalName == "member") ? new JsonArray([.. element.Elements().Select(child => (JsonNode?)Of(child))])
        : new JsonObject(element.Elements().Select(child => KeyValuePair.Create(child.Name.LocalName, (JsonNode?)Of(child))));

    /// <summary>The members of a list, wherever it is in an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="list">The list's name.</param>
    /// <returns>Those that are mappings.</returns>
    public static IEnumerable<JsonObject> Members(XElement answer, string list) =>
        answer.Elements().SelectMany(result => result.Elements(list)).Elements("member").Select(Of).OfType<JsonObject>();
}
