namespace Landfall.Operations.Editing;

/// <summary>Puts other lines in the place of some: for files that are lines.</summary>
/// <param name="First">The first line, from 1.</param>
/// <param name="Count">How many go; 0 inserts before the first.</param>
/// <param name="Lines">The lines that come.</param>
internal sealed record ReplaceLines(int First, int Count, params IReadOnlyList<string> Lines) : Edit
{
    /// <inheritdoc />
    public override IReadOnlyList<TextChange>? Changes(SyntaxTree source)
    {
        var start = source.StartOfLine(First);
        var end = source.StartOfLine(First + Count);
        var added = string.Concat(Lines.Select(line => $"{line}\n"));
        return start == source.Text.Length && start > 0 && source.Text[^1] != '\n'
            ? [new TextChange(start, end, $"\n{added.TrimEnd('\n')}")]
            : [new TextChange(start, end, added)];
    }
}
