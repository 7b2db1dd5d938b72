using Landfall.Operations.Status;

namespace Landfall.Operations.Explaining.Rules;

/// <summary>CloudFormation could not change its stack.</summary>
internal sealed class StackFailed : IHealthRule
{
    /// <inheritdoc />
    public string Id => "stack-failed";

    /// <inheritdoc />
    public Finding? Explain(ServiceCase facts) =>
        facts.Status is { Health: not ServiceHealth.Absent, Stack: { } stack } && (stack.EndsWith("_FAILED", StringComparison.Ordinal) || stack.Contains("ROLLBACK", StringComparison.Ordinal))
            ? new Finding(
                Id,
                stack == "UPDATE_ROLLBACK_COMPLETE" ? "The last deployment failed, and was rolled back: it runs what it ran before." : "CloudFormation could not bring its stack to an end.",
                [$"{facts.Plan.AwsNames.Stack(facts.Service.Name)}: {stack}", .. facts.StackReasons],
                "Mend what the reason says, then deploy again.")
            : null;
}
