using Landfall.Operations.Security.Templates.Policies;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>Every action of a service on everything.</summary>
internal sealed class ServiceWildcard() : PrincipalRule(new(
    "aws-iam-service-wildcard", "A policy allows all of a service on everything", Severity.High, "AWS FSBP IAM.21",
    "It allows also to delete, to open up and to give away what was never meant.",
    "List the actions that are needed, and the resources."))
{
    /// <inheritdoc />
    protected override bool Breaks(PolicyStatement statement) => statement.OnEverything && statement.Actions.Any(action => action.EndsWith(":*", StringComparison.Ordinal) && action != "*:*");
}
