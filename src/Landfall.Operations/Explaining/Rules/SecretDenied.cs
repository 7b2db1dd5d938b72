using System.Text.RegularExpressions;

namespace Landfall.Operations.Explaining.Rules;

/// <summary>The tasks may not read a secret.</summary>
internal sealed partial class SecretDenied : IHealthRule
{
    /// <inheritdoc />
    public string Id => "secret-denied";

    /// <inheritdoc />
    public Finding? Explain(ServiceCase facts) => facts.Say(Says()) is { Count: > 0 } said
        ? new Finding(
            Id,
            "The execution role of the tasks may not read a secret that they are given, or not decrypt it.",
            said,
            "Deploy again, which grants what 'uses' needs. Where the secret has a key of its own in KMS, or is another account's, its policy has to allow that role too.")
        : null;

    [GeneratedRegex(@"from (?:asm|ssm).*(?:AccessDenied|not authorized)|(?:AccessDenied|not authorized).*(?:secretsmanager:|ssm:GetParameter|kms:Decrypt)", RegexOptions.IgnoreCase)]
    private static partial Regex Says();
}
