using System.Text.RegularExpressions;

namespace Landfall.Operations.Security.SecretsInFiles;

/// <summary>Secrets that are known by their form.</summary>
/// <param name="facts">What people are told about it.</param>
/// <param name="form">The form; a group <c>secret</c> is the secret, where the whole match is more.</param>
/// <param name="hints">Texts of which a line has one where it can have the form: a search for them is faster.</param>
internal sealed class PatternRule(RuleFacts facts, Regex form, params string[] hints) : SecretRule(facts)
{
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

    private static bool IsReal(Match match)
    {
        var secret = match.Groups["secret"] is { Success: true } group ? group.Value : match.Value;
        return SecretValue.IsPlain(secret) && secret.Distinct().Count() > 4;
    }
}
