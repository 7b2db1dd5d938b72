using Landfall.Operations.Security.Templates.Policies;

namespace Landfall.Operations.Security.Templates.Rules;

/// <summary>Actions by which a principal gives itself more rights.</summary>
internal sealed class EscalationActions() : PrincipalRule(new(
    "aws-iam-escalation", "A policy lets its holder give itself more rights", Severity.High, "AWS: IAM, permissions boundaries",
    "Who may write policies or keys of anybody has, in the end, the rights of an administrator.",
    "Name the resources, or demand a permissions boundary by a condition."))
{
    private static readonly HashSet<string> Actions = new(StringComparer.OrdinalIgnoreCase)
    {
        "iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion", "iam:AttachUserPolicy", "iam:AttachRolePolicy", "iam:AttachGroupPolicy", "iam:PutUserPolicy", "iam:PutRolePolicy", "iam:PutGroupPolicy",
        "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:UpdateLoginProfile", "iam:AddUserToGroup", "iam:UpdateAssumeRolePolicy",
    };

    /// <inheritdoc />
    protected override bool Breaks(PolicyStatement statement) => statement.OnEverything && !statement.HasCondition && statement.Actions.Any(Actions.Contains);
}
