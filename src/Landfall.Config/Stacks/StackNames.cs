using Landfall.Config.Plan;

namespace Landfall.Config.Stacks;

/// <summary>The names of an environment's stacks.</summary>
public static class StackNames
{
    /// <summary>Names that a service cannot have, because stacks have them.</summary>
    public static IReadOnlyList<string> Reserved { get; } = ["network", "data", "edge", "edge-global"];

    /// <summary>The stack with the VPC.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns><c>app-environment-network</c>.</returns>
    public static string Network(AppPlan plan) => plan.AwsNames.Stack("network");

    /// <summary>The stack with the data.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns><c>app-environment-data</c>.</returns>
    public static string Data(AppPlan plan) => plan.AwsNames.Stack("data");

    /// <summary>The stack with the load balancers and the CDN.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns><c>app-environment-edge</c>.</returns>
    public static string Edge(AppPlan plan) => plan.AwsNames.Stack("edge");

    /// <summary>The stack with what CloudFront takes of one region only, where that is not the environment's.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns><c>app-environment-edge-global</c>.</returns>
    public static string EdgeGlobal(AppPlan plan) => plan.AwsNames.Stack("edge-global");

    /// <summary>The stacks that are in another region than the environment, whether the plan has them or not.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>Their regions by name.</returns>
    internal static IReadOnlyDictionary<string, string> Elsewhere(AppPlan plan) =>
        Stacks.EdgeGlobal.RegionOf(plan) is { } region ? new Dictionary<string, string> { [EdgeGlobal(plan)] = region } : new Dictionary<string, string>();

    /// <summary>The stack of a service.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="service">The service's name in AWS.</param>
    /// <returns><c>app-environment-service</c>.</returns>
    public static string Service(AppPlan plan, string service) => plan.AwsNames.Stack(service);

    /// <summary>What people call a stack: the last part of its name, or what the file calls its service today.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="stack">The stack's name.</param>
    /// <returns>For example <c>data</c> or <c>api</c>; the whole name of a stack that is not the environment's.</returns>
    public static string Part(AppPlan plan, string stack) =>
        plan.Services.FirstOrDefault(service => Service(plan, service.Name) == stack)?.Title
        ?? (stack.StartsWith(plan.AwsNames.Stack(""), StringComparison.Ordinal) ? stack[plan.AwsNames.Stack("").Length..] : stack);
}
