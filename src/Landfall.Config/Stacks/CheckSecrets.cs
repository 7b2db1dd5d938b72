using Landfall.Config.Plan;

namespace Landfall.Config.Stacks;

/// <summary>The secrets that checks of a service's rollouts type in a browser.</summary>
internal static class CheckSecrets
{
    /// <summary>Names them.</summary>
    /// <param name="service">The service.</param>
    /// <returns>Names, each once, in order.</returns>
    public static IReadOnlyList<string> Of(ServicePlan service) => service is ScaledServicePlan scaled
        ? [.. scaled.Deploy.Checks.SelectMany(check => check.Browser?.Secrets ?? []).Distinct().Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Whether there are any.</summary>
    /// <param name="service">The service.</param>
    /// <returns>True or false.</returns>
    public static bool Any(ServicePlan service) => Of(service).Count > 0;
}
