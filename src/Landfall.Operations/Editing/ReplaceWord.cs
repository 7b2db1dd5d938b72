namespace Landfall.Operations.Editing;

/// <summary>Puts another word in the place of a line's first one: for files that are lines.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Word">The word, in any case.</param>
/// <param name="NewWord">The word that comes in its place.</param>
internal sealed record ReplaceWord(int Line, string Word, string NewWord) : Edit
{
    /// <inheritdoc />
    public override IReadOnlyList<TextChange>? Changes(SyntaxTree source)
    {
        var start = source.StartOfLine(Line);
        while (start < source.Text.Length && source.Text[start] is ' ' or '\t')
            start++;
        return string.Compare(source.Text, start, Word, 0, Word.Length, StringComparison.OrdinalIgnoreCase) == 0 ? [new TextChange(start, start + Word.Length, NewWord)] : null;
    }
}
