using System.Text.RegularExpressions;

namespace Landfall.Operations.Explaining.Rules;

/// <summary>AWS has no room for tasks at the moment.</summary>
internal sealed partial class NoCapacity : IHealthRule
{
    /// <inheritdoc />
    public string Id => "no-capacity";

    /// <inheritdoc />
    public Finding? Explain(ServiceCase facts) => facts.Noted(Says()) is { Count: > 0 } said
        ? new Finding(
            Id,
            "AWS has no room for such a task in these zones at the moment.",
            said,
            "ECS goes on trying. Where it lasts: take more zones ('network.zones'), another size of the task, or a smaller share of Spot ('spot').")
        : null;

    [GeneratedRegex(@"Capacity is unavailable at this time|unable to place a task because no|RESOURCE:(?:FARGATE|CPU|MEMORY)|SpotCapacity", RegexOptions.IgnoreCase)]
    private static partial Regex Says();
}
