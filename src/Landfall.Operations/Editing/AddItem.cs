using System.Text.Json.Nodes;
using Landfall.Config.Tree;

namespace Landfall.Operations.Editing;

/// <summary>Adds an item to the end of a list.</summary>
/// <param name="List">The list.</param>
/// <param name="Value">The item.</param>
internal sealed record AddItem(ListNode List, JsonNode Value) : Edit
{
    /// <inheritdoc />
    public override IReadOnlyList<TextChange>? Changes(SyntaxTree source) => source.Find(List) is { } list ? [Insertion.OfItem(source, list, Value)] : null;
}
