namespace Landfall.Config.Tree;

/// <summary>A sequence.</summary>
internal sealed class ListNode(Mark mark, IReadOnlyList<ConfigNode> items) : ConfigNode(mark)
{
    /// <summary>The items.</summary>
    public IReadOnlyList<ConfigNode> Items { get; } = items;

    /// <inheritdoc/>
    public override string Kind => "a list";
}
