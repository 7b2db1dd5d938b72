using Landfall.Config.Plan;

namespace Landfall.Config.Stacks;

/// <summary>Puts every service after the services that it uses; validation has made sure that there is no cycle.</summary>
internal static class ServiceOrder
{
    public static IReadOnlyList<ServicePlan> Of(IReadOnlyList<ServicePlan> services)
    {
        var byName = services.ToDictionary(service => service.Name, StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var ordered = new List<ServicePlan>(services.Count);
        foreach (var service in services)
        {
            Visit(service);
        }

        return ordered;

        void Visit(ServicePlan service)
        {
            if (!visited.Add(service.Name))
            {
                return;
            }

            foreach (var use in service.Uses.Where(use => use.Kind is UseKind.Service or UseKind.Telemetry))
            {
                Visit(byName[use.Target]);
            }

            ordered.Add(service);
        }
    }
}
