using System.Text.RegularExpressions;

namespace Landfall.Operations.Security.Fixing;

/// <summary>Hides the secrets of a file's text, accepted ones too, so that its difference can be shown.</summary>
internal static partial class SecretMask
{
    private const string Hidden = "(hidden)";

    /// <summary>Hides them.</summary>
    /// <param name="file">The file.</param>
    /// <returns>Its text, with as many lines.</returns>
    public static string Of(SourceFile file)
    {
        var found = new FileScan().Find(file, []).Where(IsOfSecret).Select(finding => finding.Line).ToHashSet();
        var lines = file.Lines.ToArray();
        var isSecretObject = SecretObject().IsMatch(file.Text);
        var inKey = false;
        for (var i = 0; i < lines.Length; i++)
        {
            inKey |= lines[i].Contains("PRIVATE KEY", StringComparison.Ordinal) && lines[i].Contains("BEGIN", StringComparison.Ordinal);
            var ends = inKey && lines[i].Contains("-----END", StringComparison.Ordinal);
            if (inKey || found.Contains(i + 1) || isSecretObject || Names(lines[i]))
                lines[i] = Hide(lines[i], inKey);
            inKey &= !ends;
        }

        return string.Join('\n', lines);
    }

    private static bool IsOfSecret(SecurityFinding finding) =>
        finding.Rule.Contains("secret", StringComparison.Ordinal) || finding.Rule.Contains("password", StringComparison.Ordinal) || finding.Rule == "aws-visible-parameter";

    private static bool Names(string line) => Value().Matches(line).Any(match => SecretName.IsOne(match.Groups["name"].Value) && SecretValue.IsPlain(match.Groups["value"].Value));

    /// <summary>Whatever may be a value is hidden, rather than one too few.</summary>
    private static string Hide(string line, bool whole)
    {
        if (whole || line.Trim().Length == 0)
            return whole ? Hidden : line;
        if (line.Contains(Landfall, StringComparison.Ordinal))
            return line; // somebody's reason for accepting a finding
        var at = line.IndexOfAny([':', '=']);
        return at < 0 ? Hidden : at + 1 >= line.TrimEnd().Length ? line : $"{line[..(at + 1)]} {Hidden}";
    }

    private const string Landfall = "landfall-ignore:";

    [GeneratedRegex(@"^\s*kind:\s*[""']?Secret[""']?\s*$|""kind""\s*:\s*""Secret""", RegexOptions.Multiline)]
    private static partial Regex SecretObject();

    [GeneratedRegex(@"(?<name>[A-Za-z_][A-Za-z0-9_.-]*)[""']?\s*[:=]\s*[""']?(?<value>[^""'\s,}]+)")]
    private static partial Regex Value();
}
