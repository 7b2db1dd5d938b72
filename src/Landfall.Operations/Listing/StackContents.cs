using Landfall.Config.Plan;
using Landfall.Config.Stacks;

namespace Landfall.Operations.Listing;

/// <summary>Says in the file's own words what is in a stack.</summary>
internal static class StackContents
{
    /// <summary>Lists a stack's contents.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="stack">One of its stacks.</param>
    /// <returns>Short phrases, for example <c>database orders</c>.</returns>
    public static IReadOnlyList<string> Of(AppPlan plan, StackPlan stack) => stack.Kind switch
    {
        StackKind.Network => [.. Network(plan.Network)],
        StackKind.Data => [.. Data(plan)],
        StackKind.Edge => [.. Edge(plan)],
        StackKind.EdgeGlobal => [.. EdgeOfCdn(plan), $"in {stack.Region}"],
        _ => [Service(plan, plan.Services.First(s => s.Name == stack.Service))],
    };

    private static IEnumerable<string> Network(NetworkPlan network)
    {
        yield return network.Import is { } import ? $"subnets in {import.VpcId}" : $"VPC {network.Cidr} in {network.Zones.Count} zones";
        yield return network.Nat switch
        {
            NatMode.None => "no NAT",
            NatMode.One => "one NAT gateway",
            _ => "a NAT gateway per zone",
        };
        yield return "ECS cluster";
    }

    private static IEnumerable<string> Data(AppPlan plan) =>
    [
        .. plan.Databases.Select(d => $"database {d.Title}"),
        .. plan.Tables.Select(t => $"table {t.Title}"),
        .. plan.Buckets.Select(b => $"bucket {b.Title}"),
        .. plan.Queues.Select(q => $"queue {q.Title}"),
        .. plan.Secrets.Select(s => $"secret {s.Name}"),
        .. plan.FileSystems.Select(f => $"files {f.Name}"),
        .. plan.Services.Where(s => plan.Services.OfType<ContainerServicePlan>().Any(c => c.Image.Repository == s.Name)).Select(s => $"image repository {s.Title}"),
    ];

    private static IEnumerable<string> Edge(AppPlan plan)
    {
        if (plan.Services.Any(s => s is WebServicePlan))
            yield return "public load balancer";
        if (plan.Services.Any(s => s is InternalServicePlan { LoadBalancer: true }))
            yield return "internal load balancer";
        foreach (var site in plan.Services.OfType<SiteServicePlan>())
            yield return $"CDN of {site.Title}";
        if (plan.Auth is not null)
            yield return "user pool";
        if (plan.Firewall is not null)
            yield return "firewall";
        if (plan.Domain is { } domain)
            yield return $"DNS {domain.Name}";
    }

    private static IEnumerable<string> EdgeOfCdn(AppPlan plan)
    {
        if (EdgeGlobal.NeedsCertificate(plan))
            yield return "certificate of the CDN";
        if (EdgeGlobal.NeedsFirewall(plan))
            yield return "firewall of the CDN";
    }

    private static string Service(AppPlan plan, ServicePlan service) => service switch
    {
        WebServicePlan web => $"web service on {string.Join(", ", web.Hosts)}{web.Path}",
        InternalServicePlan => "internal service",
        WorkerServicePlan worker => $"worker of queue {plan.Queues.First(q => q.Name == worker.Queue).Title}",
        JobServicePlan job => $"job, {job.Schedule}",
        LoadTestServicePlan load => $"load test of {plan.Services.First(s => s.Name == load.Target).Title}",
        SiteServicePlan site => $"site from {site.Source}",
        _ => service.GetType().Name,
    };
}
