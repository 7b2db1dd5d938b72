using Landfall.Config.Tree;

namespace Landfall.Operations.Editing;

/// <summary>A value of YAML or JSON, with where it stands in the text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Mark">Line and column of its beginning.</param>
/// <param name="Start">Where it begins.</param>
internal sealed record SyntaxNode(SyntaxKind Kind, Mark Mark, int Start)
{
    /// <summary>Where its last character ends: a comment or empty lines behind it are not its own.</summary>
    public required int End { get; init; }

    /// <summary>True for one in braces or brackets, as all of JSON is.</summary>
    public bool IsFlow { get; init; }

    /// <summary>True for a text in double quotes.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>A scalar's text.</summary>
    public string Text { get; init; } = "";

    /// <summary>A mapping's entries.</summary>
    public IReadOnlyList<(SyntaxNode Key, SyntaxNode Value)> Entries { get; init; } = [];

    /// <summary>A list's items.</summary>
    public IReadOnlyList<SyntaxNode> Items { get; init; } = [];

    /// <summary>Finds an entry of a mapping.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Its index; -1 where there is none.</returns>
    public int IndexOf(string key)
    {
        for (var i = 0; i < Entries.Count; i++)
        {
            if (Entries[i].Key is { Kind: SyntaxKind.Scalar } one && one.Text == key)
                return i;
        }

        return -1;
    }
}
