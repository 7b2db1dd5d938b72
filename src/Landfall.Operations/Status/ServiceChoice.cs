using Landfall.Config;
using Landfall.Config.Plan;

namespace Landfall.Operations.Status;

/// <summary>Finds the services that somebody means.</summary>
internal static class ServiceChoice
{
    /// <summary>Finds services by their names in the file, or the older ones that they have in AWS.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="names">The names; empty for all.</param>
    /// <returns>The services, in the plan's order.</returns>
    /// <exception cref="LandfallException">There is none of such a name.</exception>
    public static IReadOnlyList<ServicePlan> Of(AppPlan plan, IReadOnlyCollection<string> names)
    {
        if (names.FirstOrDefault(name => plan.Services.All(service => !Is(service, name))) is { } unknown)
        {
            var there = plan.Services.Count == 0 ? "It has none." : $"It has {string.Join(", ", plan.Services.Select(service => service.Title).Order(StringComparer.Ordinal))}.";
            throw new LandfallException(ErrorCodes.ServiceUnknown, $"'{unknown}' is no service of '{plan.Environment}'. {there} A folder is written with a slash: ./{unknown}.");
        }

        return names.Count == 0 ? plan.Services : [.. plan.Services.Where(service => names.Any(name => Is(service, name)))];
    }

    private static bool Is(ServicePlan service, string name) => service.Title == name || service.Name == name;
}
