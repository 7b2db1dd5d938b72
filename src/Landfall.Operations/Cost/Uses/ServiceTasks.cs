using System.Text.Json.Nodes;
using Landfall.Config.Prices;
using Landfall.Operations.Changes.Evaluation;
using Landfall.Operations.Changes.Rules;

namespace Landfall.Operations.Cost.Uses;

/// <summary>The tasks of a service on the average of a month: how large they are, and how many run on what.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Size">The size of one.</param>
/// <param name="OnDemand">How many run on Fargate.</param>
/// <param name="Spot">How many run on Fargate Spot.</param>
internal sealed record ServiceTasks(string Service, TaskSize Size, Extent OnDemand, Extent Spot)
{
    private const string Type = "AWS::ECS::Service";

    /// <summary>All of them.</summary>
    public Extent Count => OnDemand + Spot;

    /// <summary>The tasks of every service.</summary>
    /// <param name="all">The resources of an environment.</param>
    /// <param name="asleepAtNight">False to leave out what changes the number by the clock.</param>
    public static IEnumerable<ServiceTasks> In(EstimatedResources all, bool asleepAtNight = true) =>
        all.OfType(Type).Select(service => Of(service, all, asleepAtNight)).OfType<ServiceTasks>();

    /// <summary>The tasks of a service.</summary>
    /// <param name="service">The service.</param>
    /// <param name="all">The resources of its environment.</param>
    /// <param name="asleepAtNight">False to leave out what changes the number by the clock.</param>
    /// <returns>Its tasks; null where the environment does not say how large they are.</returns>
    public static ServiceTasks? Of(EvaluatedResource service, EstimatedResources all, bool asleepAtNight = true)
    {
        if (all.Beside(service, TaskSize.Type) is not { } definition || TaskSize.Of(definition) is not { } size)
            return null;
        var (name, cluster) = (Scalars.Text(service.Properties["ServiceName"]) ?? service.LogicalId, Scalars.Text(service.Properties["Cluster"]));
        var limits = all.OfType("AWS::ApplicationAutoScaling::ScalableTarget").Select(target => target.Properties)
            .FirstOrDefault(target => Scalars.Text(target["ResourceId"]) == $"service/{cluster}/{name}");

        // "DesiredCount: … a desired count of 1 when a new service is created" (AWS::ECS::Service).
        var count = limits is null
            ? Extent.Of(Scalars.Decimal(service.Properties["DesiredCount"]) ?? 1)
            : WeeklyLimits.Average(asleepAtNight ? limits["ScheduledActions"] : null, (Scalars.Decimal(limits["MinCapacity"]) ?? 0, Scalars.Decimal(limits["MaxCapacity"]) ?? 0));
        var spot = count.Select(tasks => OnSpot(tasks, service.Properties["CapacityProviderStrategy"] as JsonArray));
        return new ServiceTasks(name, size, count - spot, spot);
    }

    /// <summary>What they use: of the processor they have, or of the other, and of the way of running, or of the other.</summary>
    /// <param name="arm">True as if all were for ARM.</param>
    /// <param name="spot">True as if all ran on Spot.</param>
    public IEnumerable<Use> Uses(bool arm = false, bool spot = false)
    {
        var kind = arm || Size.Arm ? "Arm" : "";
        var (onDemand, onSpot) = spot ? (Extent.None, Count) : (OnDemand, Spot);
        foreach (var (way, tasks, word) in new[] { ("fargate", onDemand, ""), ("fargateSpot", onSpot, " on Spot") })
        {
            if (tasks == Extent.None)
                continue;
            yield return new Use($"{way}{kind}VcpuHour", $"CPU of tasks{word}", tasks * Size.Vcpu * PriceTable.HoursOfAMonth);
            yield return new Use($"{way}{kind}GbHour", $"memory of tasks{word}", tasks * Size.Gb * PriceTable.HoursOfAMonth);
        }

        if (Size.MoreDisk > 0)
            yield return new Use("fargateDiskGbHour", "disk of tasks", Count * Size.MoreDisk * PriceTable.HoursOfAMonth);
    }

    /// <summary>
    /// The first so many run on the provider that has a base, the others by the weights ("CapacityProviderStrategyItem",
    /// Amazon ECS API Reference).
    /// </summary>
    private static decimal OnSpot(decimal tasks, JsonArray? strategy)
    {
        var items = (strategy ?? []).Select(item => (
            IsSpot: Scalars.Text(item?["CapacityProvider"]) == "FARGATE_SPOT",
            Weight: Scalars.Decimal(item?["Weight"]) ?? 0,
            Base: Scalars.Decimal(item?["Base"]) ?? 0)).ToList();
        var (based, weights) = (items.Sum(item => item.Base), items.Sum(item => item.Weight));
        var rest = Math.Max(0, tasks - based);
        var share = weights == 0 ? 0 : items.Where(item => item.IsSpot).Sum(item => item.Weight) / weights;
        return Math.Min(tasks, items.Where(item => item.IsSpot).Sum(item => item.Base)) + (rest * share);
    }
}
