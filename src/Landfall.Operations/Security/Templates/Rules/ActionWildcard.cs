using Landfall.Operations.Security.Templates.Policies;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>Every action of a service on some resources.</summary>
internal sealed class ActionWildcard() : PrincipalRule(new(
    "aws-iam-action-wildcard", "A policy allows every action", Severity.Medium, "AWS FSBP IAM.21",
    "It allows also to delete, to open up and to give away what was never meant.",
    "List the actions that are needed."))
{
    /// <inheritdoc />
    protected override bool Breaks(PolicyStatement statement) => !statement.OnEverything && statement.Actions.Any(action => action == "*" || action.EndsWith(":*", StringComparison.Ordinal));
}
