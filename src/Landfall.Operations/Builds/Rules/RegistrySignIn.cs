using System.Text.RegularExpressions;

namespace Landfall.Operations.Builds.Rules;

/// <summary>A registry of images or packages does not know who asks.</summary>
internal sealed partial class RegistrySignIn : IFailureRule
{
    /// <inheritdoc />
    public string Id => "registry-sign-in";

    /// <inheritdoc />
    public BuildFailure? Explain(BuildLog log) => log.Lines(Says()) is { Count: > 0 } lines
        ? new BuildFailure(
            lines,
            "A registry refuses who asks, or does not have what is asked for and does not say which.",
            "Check the name first. Then sign in before the step (ECR: 'aws ecr get-login-password | docker login', valid for twelve hours), or renew the token that the package manager uses.")
        : null;

    [GeneratedRegex("""
        no\ basic\ auth\ credentials |
        [Yy]our\ authorization\ token\ has\ expired |
        unauthorized:\ (?:authentication\ required|incorrect\ username|access\ token) |
        pull\ access\ denied |
        authorization\ failed:\ |
        npm\ (?:ERR!|error)\ code\ E(?:401|403|NEEDAUTH)\b |
        Response\ status\ code\ does\ not\ indicate\ success:\ 40[13]\b |
        (?:401|403)\ (?:Client\ )?Error:\ (?:Unauthorized|Forbidden)\ for\ url
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Says();
}
