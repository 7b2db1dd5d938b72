using System.Text.RegularExpressions;

namespace Landfall.Operations.Explaining.Rules;

/// <summary>The registry gives the image to others only.</summary>
internal sealed partial class PullDenied : IHealthRule
{
    /// <inheritdoc />
    public string Id => "pull-denied";

    /// <inheritdoc />
    public Finding? Explain(ServiceCase facts) => facts.Say(Says()) is { Count: > 0 } said
        ? new Finding(
            Id,
            "The registry refuses to give the image to the tasks.",
            said,
            "An image of ECR in another account needs a repository policy there that lets this account pull; one of another registry has to be public, or copied into ECR. The tasks' execution role may pull from their own repositories.")
        : null;

    [GeneratedRegex(@"CannotPull\w+Error.*(?:403 Forbidden|401 Unauthorized|denied|not authorized|no basic auth)|unable to retrieve ecr registry auth.*(?:AccessDenied|not authorized)", RegexOptions.IgnoreCase)]
    private static partial Regex Says();
}
