using System.Text.RegularExpressions;

namespace Landfall.Operations.Security.SecretsInFiles;

/// <summary>A private key, with its body: programs that handle keys have the first line alone.</summary>
internal sealed partial class PrivateKey() : SecretRule(SecretRules.Facts("secret-private-key", "A private key stands in a file", Severity.Critical))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(SourceFile file)
    {
        if (!file.Text.Contains("PRIVATE KEY", StringComparison.Ordinal))
            yield break;
        for (var i = 0; i < file.Lines.Count; i++)
        {
            if (Header().Match(file.Lines[i]) is { Success: true } header
                && (Body().IsMatch(file.Lines[i][(header.Index + header.Length)..]) || file.Lines.Skip(i + 1).Take(4).Any(line => Body().IsMatch(line))))
            {
                yield return new Spot(i + 1, file.Path);
            }
        }
    }

    [GeneratedRegex(@"-----BEGIN ((RSA|EC|DSA|OPENSSH|ENCRYPTED) )?PRIVATE KEY-----|-----BEGIN PGP PRIVATE KEY BLOCK-----")]
    private static partial Regex Header();

    [GeneratedRegex(@"^[\s""'+\\nr]*[A-Za-z0-9+/]{40,}")]
    private static partial Regex Body();
}
