using Landfall.Aws.Metrics;
using Landfall.Config.Plan;
using Landfall.Operations.Cost.Uses;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Cost.Sizing;

/// <summary>Reads what services used in the last weeks, and advises by it.</summary>
internal static class MeasuredUses
{
    /// <summary>Four of each day of the week.</summary>
    public const int Days = 28;

    // CloudWatch keeps values of an hour for 455 days, and such of a minute for 15 ("Metrics retention").
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static readonly (string Metric, string Statistic)[] Series =
        [("CPUUtilization", "Average"), ("CPUUtilization", "Maximum"), ("MemoryUtilization", "Average"), ("MemoryUtilization", "Maximum")];

    /// <summary>Advises on every service that runs all the time.</summary>
    /// <param name="target">The account and region.</param>
    /// <param name="plan">The environment.</param>
    /// <param name="stacks">Its stacks, for how many tasks there are and what they cost.</param>
    /// <param name="now">The time.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The advice, by service.</returns>
    public static async Task<IReadOnlyList<ServiceAdvice>> AdviseAsync(AwsTarget target, AppPlan plan, IReadOnlyList<EstimatedStack> stacks, DateTimeOffset now, CancellationToken stop)
    {
        var tasks = ServiceTasks.In(new EstimatedResources(stacks.SelectMany(stack => stack.Resources))).DistinctBy(service => service.Service).ToDictionary(service => service.Service, StringComparer.Ordinal);
        List<ScaledServicePlan> services = [.. plan.Services.OfType<ScaledServicePlan>().Where(service => tasks.ContainsKey(service.Name)).OrderBy(service => service.Title, StringComparer.Ordinal)];
        var uses = await ReadAsync(target, plan, services, now, stop).ConfigureAwait(false);
        return [.. services.Zip(uses, (service, use) => new SizeAdvisor(service, (pair, spot) => Month(tasks[service.Name], pair, spot, plan.Region)).Of(use, Days))];
    }

    /// <summary>Reads the use of services.</summary>
    /// <param name="target">The account and region.</param>
    /// <param name="plan">The environment.</param>
    /// <param name="services">The services.</param>
    /// <param name="now">The time.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>For each what was measured; null for nothing.</returns>
    public static async Task<IReadOnlyList<MeasuredUse?>> ReadAsync(AwsTarget target, AppPlan plan, IReadOnlyList<ScaledServicePlan> services, DateTimeOffset now, CancellationToken stop)
    {
        var to = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, now.Offset);
        var queries = services.SelectMany(service => Series.Select(series => new MetricQuery(
            "AWS/ECS", series.Metric, series.Statistic, Hour, [("ClusterName", plan.AwsNames.Cluster), ("ServiceName", service.Name)]))).ToList();
        var client = new MetricClient(target.Session);
        var values = (await Task.WhenAll(queries.Chunk(500).Select(some => client.ReadAsync(some, to.AddDays(-Days), to, stop))).ConfigureAwait(false)).SelectMany(v => v).ToList();
        return [.. services.Select((_, index) => Of(values.GetRange(index * Series.Length, Series.Length)))];
    }

    private static MeasuredUse? Of(List<IReadOnlyDictionary<DateTimeOffset, double>> series) => series.Exists(values => values.Count == 0) ? null
        : new MeasuredUse(
            series[0].Keys.Select(time => time.UtcDateTime.Date).Distinct().Count(),
            Percentile.Of(series[0].Values, 95),
            Percentile.Of(series[0].Values, 99),
            series[1].Values.Max(),
            Percentile.Of(series[2].Values, 95),
            series[3].Values.Max());

    private static decimal? Month(ServiceTasks tasks, TaskPair pair, bool spot, string region)
    {
        var lines = (tasks with { Size = tasks.Size with { Vcpu = pair.Cpu / 1024m, Gb = pair.Memory / 1024m } }).Uses(spot: spot).Select(use => Estimator.Line(use, region).Month).ToList();
        return lines.Contains(null) ? null : lines.Sum(line => line!.Expected);
    }
}
