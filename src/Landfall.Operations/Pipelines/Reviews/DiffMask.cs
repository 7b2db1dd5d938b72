using System.Text.RegularExpressions;
using Landfall.Operations.Security;
using Landfall.Operations.Security.Fixing;
using Landfall.Operations.Security.SecretsInFiles;

namespace Landfall.Operations.Pipelines.Reviews;

/// <summary>
/// Hides secrets in a version of a file before it is sent to anybody. It sees the file as a whole: a line of a key, or of a
/// Kubernetes Secret, does not say what it is.
/// </summary>
internal static partial class DiffMask
{
    private const string Hidden = "(hidden)";

    private static readonly HashSet<string> Programs = new(StringComparer.OrdinalIgnoreCase)
    {
        ".cs", ".fs", ".java", ".kt", ".scala", ".js", ".jsx", ".ts", ".tsx", ".mjs", ".cjs", ".py", ".go", ".rs", ".rb", ".php", ".swift", ".c", ".h", ".cpp", ".hpp", ".vue", ".svelte",
    };

    /// <summary>Hides them.</summary>
    /// <param name="path">The file.</param>
    /// <param name="lines">Its lines.</param>
    /// <returns>As many lines.</returns>
    public static IReadOnlyList<string> Of(string path, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
            return [];

        // A reason for accepting a finding lets a secret stand in the repository. It lets it go nowhere else.
        var file = new SourceFile(path, string.Join('\n', lines).Replace("landfall-ignore:", "landfall-ignore ", StringComparison.Ordinal));
        var masked = SecretMask.Of(file).Split('\n');
        var isProgram = Programs.Contains(Path.GetExtension(path));
        return [.. lines.Select((line, i) => Words(isProgram && IsCode(line, masked[i]) ? line : masked[i] == file.Lines[i] ? line : masked[i]))];
    }

    /// <summary>
    /// Whether what was hidden only has the name of a secret, and is what a program works out (<c>token = Read(x)</c>): nobody could
    /// review a sign-in without it.
    /// </summary>
    private static bool IsCode(string line, string masked) =>
        masked.Length > Hidden.Length && masked.EndsWith($" {Hidden}", StringComparison.Ordinal) && line.AsSpan().IndexOfAny('"', '\'', '`') < 0 && Call().IsMatch(line[(masked.Length - Hidden.Length - 1)..]);

    /// <summary>A key is known by what it looks like too: with its dots, as tokens of some services have them, and without.</summary>
    private static string Words(string line) => Hide(Word(), Hide(Dotted(), line));

    private static string Hide(Regex words, string line) => words.Replace(line, word => SecretRules.MayHold(word.Value) ? Hidden : word.Value);

    // A call or an index of something that has a name.
    [GeneratedRegex(@"^\s*(await |new |return |\(|!)*[A-Za-z_][A-Za-z0-9_.?<>]*[(\[].*[)\];,{]\s*$")]
    private static partial Regex Call();

    [GeneratedRegex(@"[A-Za-z0-9+/=_.-]{16,}")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"[A-Za-z0-9+/=_-]{16,}")]
    private static partial Regex Word();
}
