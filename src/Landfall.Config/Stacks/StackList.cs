using Landfall.Config.Plan;

namespace Landfall.Config.Stacks;

/// <summary>
/// The stacks of a plan, split by how often a thing changes and whether it holds state, and what each stands on: the one
/// graph, which the synthesised assembly has too.
/// </summary>
public static class StackList
{
    /// <summary>Lists the stacks in an order in which they can be deployed.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>Network, then data and the edge where something is in them, then the services, each after those that it uses.</returns>
    public static IReadOnlyList<StackPlan> Of(AppPlan plan)
    {
        if (plan.Pipeline is not null)
        {
            return [new StackPlan(plan.Prefix, StackKind.Pipeline, null, plan.Region, [])];
        }

        var network = StackNames.Network(plan);
        var stacks = new List<StackPlan> { new(network, StackKind.Network, null, plan.Region, []) };
        if (HasData(plan))
        {
            stacks.Add(new StackPlan(StackNames.Data(plan), StackKind.Data, null, plan.Region, [network]));
        }

        if (HasEdge(plan))
        {
            List<string> needs = [network];
            if (EdgeGlobal.IsNeeded(plan))
            {
                stacks.Add(new StackPlan(StackNames.EdgeGlobal(plan), StackKind.EdgeGlobal, null, EdgeGlobal.RegionOf(plan)!, []));
                needs.Add(StackNames.EdgeGlobal(plan));
            }

            stacks.Add(new StackPlan(StackNames.Edge(plan), StackKind.Edge, null, plan.Region, needs));
        }

        foreach (var service in ServiceOrder.Of(plan.Services))
        {
            List<string> needs = service is SiteServicePlan ? [] : [network];
            if (NeedsData(service) || HasTokenBeside(plan, service))
            {
                needs.Add(StackNames.Data(plan));
            }

            if (NeedsEdge(service))
            {
                needs.Add(StackNames.Edge(plan));
            }

            needs.AddRange(service.Uses.Where(use => use.Kind is UseKind.Service or UseKind.Telemetry).Select(use => StackNames.Service(plan, use.Target)).Distinct());
            stacks.Add(new StackPlan(StackNames.Service(plan, service.Name), StackKind.Service, service.Name, plan.Region, needs));
        }

        return stacks;
    }

    /// <summary>True when the plan has a data stack: something with state, or a repository for an image that is built.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>True or false.</returns>
    public static bool HasData(AppPlan plan) =>
        plan.Databases.Count + plan.Tables.Count + plan.Buckets.Count + plan.Queues.Count + plan.Secrets.Count + plan.FileSystems.Count > 0
        || plan.Services.Any(service => service is ContainerServicePlan { Image.Repository: not null });

    /// <summary>True when the plan has an edge stack: a load balancer, a site or a user pool.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>True or false.</returns>
    public static bool HasEdge(AppPlan plan) => plan.Auth is not null || plan.Services.Any(IsBehindEdge);

    private static bool IsBehindEdge(ServicePlan service) =>
        service is WebServicePlan or SiteServicePlan or InternalServicePlan { LoadBalancer: true };

    private static bool NeedsData(ServicePlan service) =>
        service is ContainerServicePlan { Image.Repository: not null } or ContainerServicePlan { Task.Volumes.Count: > 0 }
        || CheckSecrets.Any(service)
        || service.Uses.Any(use => use.Kind is not (UseKind.Service or UseKind.Auth or UseKind.EmrCluster or UseKind.Telemetry));

    /// <summary>True when a collector beside the service reads a secret.</summary>
    private static bool HasTokenBeside(AppPlan plan, ServicePlan service) =>
        plan.Telemetry is { Mode: TelemetryMode.Sidecar, Token: not null } && service is ContainerServicePlan { Task.Telemetry: not null };

    private static bool NeedsEdge(ServicePlan service) =>
        IsBehindEdge(service) || service is LoadTestServicePlan || service.Uses.Any(use => use.Kind == UseKind.Auth);
}
