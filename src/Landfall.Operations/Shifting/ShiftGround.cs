using Landfall.Aws.Containers;
using Landfall.Aws.Ec2;
using Landfall.Aws.Scaling;
using Landfall.Aws.Zones;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Shifting;

/// <summary>What there is to shift: the zone, the environment's load balancers, and the tasks of the services behind them.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Balancers">The ARNs of the load balancers that are in the zone.</param>
internal sealed record ShiftGround(AvailabilityZone Zone, IReadOnlyList<string> Balancers)
{
    /// <summary>A load balancer's name, which is in its ARN.</summary>
    /// <param name="arn">The ARN.</param>
    /// <returns>The name.</returns>
    public static string NameOf(string arn) => arn.Split('/')[^2];

    /// <summary>Finds it.</summary>
    /// <param name="target">The account and region.</param>
    /// <param name="plan">The environment.</param>
    /// <param name="zone">The zone's name or id.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>It.</returns>
    /// <exception cref="LandfallException">There is no such zone, or nothing that can be shifted away from it.</exception>
    public static async Task<ShiftGround> FindAsync(AwsTarget target, AppPlan plan, string zone, CancellationToken stop)
    {
        using var network = new NetworkReader(target.Session);
        var zones = await network.ListZonesAsync(stop).ConfigureAwait(false);
        var found = zones.FirstOrDefault(one => one.Name == zone || one.Id == zone)
            ?? throw new LandfallException(ErrorCodes.ShiftChoice, $"'{zone}' is no zone of {target.Region} that this account has. It has {string.Join(", ", zones.Select(one => $"{one.Name} ({one.Id})"))}.");
        var own = await BalancersAsync(target, plan, stop).ConfigureAwait(false);
        var managed = (await new ZonalShiftClient(target.Session).ListManagedAsync(stop).ConfigureAwait(false)).Where(one => own.Contains(one.Arn, StringComparer.Ordinal)).ToList();
        if (own.FirstOrDefault(arn => managed.All(one => one.Arn != arn)) is { } closed)
            throw new LandfallException(ErrorCodes.ShiftClosed, $"The load balancer {NameOf(closed)} does not take zonal shifts yet. 'landfall deploy --env {plan.Environment}' turns them on, without an interruption; then run the same command again.");
        var inZone = managed.Where(one => one.Zones.Contains(found.Id, StringComparer.Ordinal)).Select(one => one.Arn).Order(StringComparer.Ordinal).ToList();
        var all = managed.SelectMany(one => one.Zones).Distinct(StringComparer.Ordinal).ToList();
        return inZone.Count > 0
            ? new ShiftGround(found, inZone)
            : throw new LandfallException(ErrorCodes.ShiftChoice, $"No load balancer of {plan.App} {plan.Environment} is in {found.Name} ({found.Id}). They are in {string.Join(", ", zones.Where(one => all.Contains(one.Id)).Select(one => one.Name))}.");
    }

    /// <summary>Counts the tasks in the zone and in others, of services that a load balancer leads to.</summary>
    /// <param name="target">The account and region.</param>
    /// <param name="plan">The environment.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The services, in order of name.</returns>
    public async Task<IReadOnlyList<ZoneCapacity>> CountAsync(AwsTarget target, AppPlan plan, CancellationToken stop)
    {
        var cluster = plan.AwsNames.Cluster;
        var ecs = new ClusterClient(target.Session);
        var tasks = await ecs.ListRunningAsync(cluster, stop).ConfigureAwait(false);
        var counted = new List<ZoneCapacity>();
        foreach (var service in plan.Services.OfType<ContainerServicePlan>().Where(service => service is not JobServicePlan).OrderBy(service => service.Title, StringComparer.Ordinal))
        {
            if (await new ContainerServiceClient(target.Session).FindServiceAsync(cluster, service.Name, stop).ConfigureAwait(false) is not { TargetGroups.Count: > 0 })
                continue;
            var own = tasks.Where(task => task.Group == $"service:{service.Name}").ToList();
            var limits = await new ScalingClient(target.Session).FindLimitsAsync(cluster, service.Name, stop).ConfigureAwait(false);
            counted.Add(new ZoneCapacity(service.Title, own.Count(task => task.Zone == Zone.Name), own.Count(task => task.Zone != Zone.Name), limits?.Most));
        }

        return counted;
    }

    private static async Task<IReadOnlyList<string>> BalancersAsync(AwsTarget target, AppPlan plan, CancellationToken stop)
    {
        var arns = new List<string>();
        foreach (var stack in await EnvironmentStacks.ListAsync(target.Regions, plan, stop).ConfigureAwait(false))
        {
            var resources = await target.Regions.ClientOf(stack.Name).ListResourcesAsync(stack.Name, stop).ConfigureAwait(false);
            arns.AddRange(resources.Where(one => one.Type == "AWS::ElasticLoadBalancingV2::LoadBalancer" && one.PhysicalId.Length > 0).Select(one => one.PhysicalId));
        }

        return arns.Count > 0
            ? arns
            : throw new LandfallException(ErrorCodes.ShiftClosed, $"{plan.App} {plan.Environment} has no load balancer, so that there is no traffic to keep away from a zone: it is not deployed, or has no web service.");
    }
}
