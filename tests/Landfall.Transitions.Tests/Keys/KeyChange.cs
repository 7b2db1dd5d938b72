namespace Landfall.Transitions.Tests.Keys;

/// <summary>An edit of a running environment's file, and what the change says.</summary>
/// <param name="Given">How the file differs from the base before; empty for not at all.</param>
/// <param name="Edit">The edit.</param>
internal sealed record KeyChange(string Given, string Edit)
{
    private const string Separator = " :: ";

    public IReadOnlyList<string> Said { get; init; } = [];

    public static KeyChange Parse(string line) => line.Split(Separator) is [var given, var edit] ? new(given, edit) : new("", line);

    public override string ToString() =>
        $"{(Given.Length == 0 ? "" : Given + Separator)}{Edit}\n{string.Concat(Said.Select(s => $"    {s}\n"))}";
}
