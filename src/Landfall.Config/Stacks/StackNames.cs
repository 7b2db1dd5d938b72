using Landfall.Config.Plan;

namespace Landfall.Config.Stacks;

/// <summary>The names of an environment's stacks.</summary>
public static class StackNames
{
    /// <summary>Names that a service cannot have, because stacks have them.</summary>
    public static IReadOnlyList<string> Reserved { get; } = ["network", "data", "edge"];

    /// <summary>The stack with the VPC.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns><c>app-environment-network</c>.</returns>
    public static string Network(AppPlan plan) => $"{plan.Prefix}-network";

    /// <summary>The stack with the data.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns><c>app-environment-data</c>.</returns>
    public static string Data(AppPlan plan) => $"{plan.Prefix}-data";

    /// <summary>The stack with the load balancers and the CDN.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns><c>app-environment-edge</c>.</returns>
    public static string Edge(AppPlan plan) => $"{plan.Prefix}-edge";

    /// <summary>The stack of a service.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="service">The service's name.</param>
    /// <returns><c>app-environment-service</c>.</returns>
    public static string Service(AppPlan plan, string service) => $"{plan.Prefix}-{service}";
}
