using System.Text;

namespace Landfall.Operations.Editing;

/// <summary>Makes edits of a text.</summary>
internal static class Editor
{
    /// <summary>Makes them, all or none.</summary>
    /// <param name="text">The text, with line feeds for line ends.</param>
    /// <param name="edits">The edits; their nodes were read from this text.</param>
    /// <param name="isTree">True for YAML and JSON; false for a file that is lines.</param>
    /// <returns>The new text; null where one cannot be made, or two are in each other's way.</returns>
    public static string? Apply(string text, IReadOnlyList<Edit> edits, bool isTree)
    {
        if ((isTree ? SyntaxReader.Read(text) : new SyntaxTree(text, [])) is not { } source)
            return null;
        var changes = new List<TextChange>();
        foreach (var edit in edits)
        {
            if (edit.Changes(source) is not { } some)
                return null;
            changes.AddRange(some);
        }

        var (result, at) = (new StringBuilder(), 0);
        foreach (var change in changes.OrderBy(change => change.Start))
        {
            if (change.Start < at)
                return null;
            result.Append(text, at, change.Start - at).Append(change.Text);
            at = change.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }
}
