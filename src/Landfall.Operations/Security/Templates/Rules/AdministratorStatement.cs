using Landfall.Operations.Security.Templates.Policies;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>Everything on everything.</summary>
internal sealed class AdministratorStatement() : PrincipalRule(new(
    "aws-iam-administrator", "A policy allows everything on everything", Severity.Critical, "AWS FSBP IAM.1",
    "Who has it has the account.",
    "List the actions and resources that are needed."))
{
    /// <inheritdoc />
    protected override bool Breaks(PolicyStatement statement) => statement.Actions.Any(action => action is "*" or "*:*") && statement.OnEverything;
}
