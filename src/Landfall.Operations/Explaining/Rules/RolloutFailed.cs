using System.Globalization;
using System.Text.RegularExpressions;

namespace Landfall.Operations.Explaining.Rules;

/// <summary>ECS has given a rollout up, or is about to.</summary>
internal sealed partial class RolloutFailed : IHealthRule
{
    /// <inheritdoc />
    public string Id => "rollout-failed";

    /// <inheritdoc />
    public Finding? Explain(ServiceCase facts)
    {
        var rollout = facts.Status.Rollout;
        var failed = rollout is { State: "FAILED" or "ROLLBACK_REQUESTED" or "ROLLBACK_IN_PROGRESS" };
        var noted = facts.Noted(Says());
        if (!failed && noted.Count == 0)
            return null;
        return new Finding(
            Id,
            "ECS has given the rollout up: its tasks failed, or an alarm went off. The version before runs on.",
            [
                .. failed ? [$"{rollout!.State}{(rollout.Reason is { } reason ? $": {reason}" : "")}{(rollout.Failed > 0 ? string.Create(CultureInfo.InvariantCulture, $", {rollout.Failed} tasks failed") : "")}"] : Array.Empty<string>(),
                .. rollout?.Alarms.Select(alarm => $"alarm {alarm}") ?? [],
                .. noted,
            ],
            "Mend what the other findings say, then deploy again.");
    }

    [GeneratedRegex("deployment failed|circuit breaker|rolling back to", RegexOptions.IgnoreCase)]
    private static partial Regex Says();
}
