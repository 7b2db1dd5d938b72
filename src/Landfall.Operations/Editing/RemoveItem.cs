using Landfall.Config.Tree;

namespace Landfall.Operations.Editing;

/// <summary>Takes an item out of a list.</summary>
/// <param name="List">The list.</param>
/// <param name="Index">Which, from 0.</param>
internal sealed record RemoveItem(ListNode List, int Index) : Edit
{
    /// <inheritdoc />
    public override IReadOnlyList<TextChange>? Changes(SyntaxTree source)
    {
        if (source.Find(List) is not { } list || Index >= list.Items.Count)
            return null;
        if (list.Items.Count == 1)
            return [new TextChange(list.IsFlow ? source.Text.IndexOf('[', list.Start) : list.Start, list.End, "[]")];
        return [Removal.Of(source, list.IsFlow, [.. list.Items.Select(item => (list.IsFlow ? item.Start : source.Text.LastIndexOf('-', item.Start - 1), item.End))], Index)];
    }
}
