using Landfall.Operations.Security.Templates.Policies;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>Any role may be passed on.</summary>
internal sealed class PassAnyRole() : PrincipalRule(new(
    "aws-iam-pass-any-role", "A policy lets any role be passed on", Severity.High, "AWS: IAM, pass a role to a service",
    "Who may start a function or a task with any role has that role's rights, an administrator's too.",
    "Name the roles in 'Resource', and bound them by 'iam:PassedToService'."))
{
    /// <inheritdoc />
    protected override bool Breaks(PolicyStatement statement) => statement.OnEverything && !statement.Mentions("iam:PassedToService") && statement.Actions.Any(action => action.Equals("iam:PassRole", StringComparison.OrdinalIgnoreCase));
}
