using System.Text.RegularExpressions;

namespace Landfall.Operations.Security.SecretsInFiles;

/// <summary>A random text is given to something with the name of a secret.</summary>
internal sealed partial class AssignedSecret() : SecretRule(SecretRules.Facts("secret-assigned", "A password or token stands in a file", Severity.High))
{
    private const double Random = 3.3;
    private const int Longest = 4000;

    // Text of programs that names variables is no value: only what is in quotes is one there.
    private static readonly HashSet<string> Plain = new(StringComparer.OrdinalIgnoreCase) { ".env", ".properties", ".ini", ".cfg", ".conf", ".yaml", ".yml", ".toml", ".tfvars" };

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(SourceFile file)
    {
        var name = Path.GetFileName(file.Path);
        var isPlain = Plain.Contains(Path.GetExtension(name)) || name.StartsWith(".env", StringComparison.Ordinal);
        for (var i = 0; i < file.Lines.Count; i++)
        {
            if (file.Lines[i].Length <= Longest && Assignment().Matches(file.Lines[i]).Any(match => IsSecret(match, isPlain)))
                yield return new Spot(i + 1, file.Path).FixedBy(ProjectSecret.Fix(file, i + 1));
        }
    }

    private static bool IsSecret(Match match, bool isPlain)
    {
        var quoted = match.Groups["quoted"];
        var value = quoted.Success ? quoted.Value : match.Groups["bare"].Value;
        return (quoted.Success || isPlain) && value.Length >= 8 && SecretName.IsOne(match.Groups["name"].Value.Split('.')[^1]) && SecretValue.IsPlain(value)
            && !value.Contains(' ', StringComparison.Ordinal) && !Readable().IsMatch(value)
            && (SecretValue.Entropy(value) >= Random || (value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetter) && value.Any(c => !char.IsAsciiLetterOrDigit(c))));
    }

    // Behind a colon stands a part of an ARN, such as secret:Name, and no name of a setting.
    [GeneratedRegex(@"(?<![A-Za-z0-9_.:-])(?<name>[A-Za-z_][A-Za-z0-9_.-]*)[""']?\s*(:=|=>|=|:)\s*(?:[""'](?<quoted>[^""']+)[""']|(?<bare>[^\s""',;#(){}\[\]]+))")]
    private static partial Regex Assignment();

    // Words, paths, addresses and names of variables are read, not guessed.
    [GeneratedRegex(@"^([A-Za-z]+([_./:-][A-Za-z]+)*|[A-Z0-9_]+|[a-z0-9]+(-[a-z]+)+|https?://.*|(\.{0,2}|~)/.*|\w+(\.\w+)+\(?.*|[a-z_]+\[.*)$")]
    private static partial Regex Readable();
}
