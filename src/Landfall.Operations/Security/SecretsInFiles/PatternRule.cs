using System.Text.RegularExpressions;

namespace Landfall.Operations.Security.SecretsInFiles;

/// <summary>Secrets that are known by their form.</summary>
/// <param name="facts">What people are told about it.</param>
/// <param name="form">The form; a group <c>secret</c> is the secret, where the whole match is more.</param>
/// <param name="hints">Texts of which a line has one where it can have the form: a search for them is faster.</param>
internal sealed class PatternRule(RuleFacts facts, Regex form, params string[] hints) : SecretRule(facts)
{
    // No issuer's keys have fewer characters after their mark, and words that begin like one seldom have as many.
    private const int Least = 10;

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(SourceFile file)
    {
        if (!hints.Any(hint => file.Text.Contains(hint, StringComparison.OrdinalIgnoreCase)))
            yield break;
        for (var i = 0; i < file.Lines.Count; i++)
        {
            var line = file.Lines[i];
            if (hints.Any(hint => line.Contains(hint, StringComparison.OrdinalIgnoreCase)) && form.Matches(line).Any(IsReal))
                yield return new Spot(i + 1, file.Path);
        }
    }

    /// <summary>Whether the hints are what such a secret itself begins with, as keys have it whose issuers mark them.</summary>
    public bool IsMarked { get; init; }

    /// <summary>
    /// Whether a value may be such a secret, or have one in it. It asks for less than the form does, which has to be right where it calls
    /// a line of a file wrong: for the mark at the beginning of a word, and a few characters after it.
    /// </summary>
    /// <param name="value">The value of a setting.</param>
    /// <returns>True where it had better be read by nobody.</returns>
    public bool MayBe(string value) => form.IsMatch(value) || (IsMarked && hints.Any(hint => IsAt(value, hint)));

    private static bool IsAt(string value, string mark)
    {
        for (var at = value.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = value.IndexOf(mark, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !char.IsAsciiLetterOrDigit(value[at - 1])) && value.Skip(at + mark.Length).TakeWhile(c => !char.IsWhiteSpace(c) && c is not ('"' or '\'')).Count() >= Least)
                return true;
        }

        return false;
    }

    private static bool IsReal(Match match)
    {
        var secret = match.Groups["secret"] is { Success: true } group ? group.Value : match.Value;
        return SecretValue.IsPlain(secret) && secret.Distinct().Count() > 4;
    }
}
