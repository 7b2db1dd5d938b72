using System.Collections.Frozen;

namespace Landfall.AIOps.Logs;

/// <summary>Source positions such as <c>sweep.c:1455</c>: the line number belongs to the statement that logged, not to what it logged.</summary>
internal static class SourceForm
{
    private static readonly FrozenSet<string> Extensions = FrozenSet.Create(
        StringComparer.Ordinal, "c", "cc", "cpp", "cs", "cxx", "go", "h", "hpp", "java", "js", "kt", "m", "php", "py", "rb", "rs", "scala", "ts");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BySpan = Extensions.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool EndsInFile(ReadOnlySpan<char> before)
    {
        var dot = before.LastIndexOf('.');
        return dot > 0 && before.Length - dot is > 1 and <= 6 && char.IsAsciiLetterOrDigit(before[dot - 1]) && BySpan.Contains(before[(dot + 1)..]);
    }
}
