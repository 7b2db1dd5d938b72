using Landfall.Operations.Explaining;

namespace Landfall.Operator.Playbooks;

/// <summary>The ids of what a closer look at a service can find.</summary>
internal static class FindingIds
{
    /// <summary>The ids, in order.</summary>
    public static IReadOnlyList<string> All { get; } = [.. HealthRules.All.Select(rule => rule.Id).Order(StringComparer.Ordinal)];
}
