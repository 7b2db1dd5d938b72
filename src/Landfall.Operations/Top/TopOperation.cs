using Landfall.Aws.Metrics;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;
using Landfall.Operations.Projects;
using Landfall.Operations.Status;

namespace Landfall.Operations.Top;

/// <summary>What services use of the CPU and memory that they have.</summary>
internal sealed class TopOperation : Operation<TopParameters, EnvironmentUse>
{
    // ECS Developer Guide, "CloudWatch metrics": sent every minute, of the tasks of a service together.
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Back = TimeSpan.FromMinutes(15);

    private static readonly (string Metric, string Statistic)[] Series =
        [("CPUUtilization", "Average"), ("CPUUtilization", "Maximum"), ("MemoryUtilization", "Average"), ("MemoryUtilization", "Maximum")];

    /// <inheritdoc />
    public override string Name => "top";

    /// <inheritdoc />
    public override string Summary => "Show what services use of the CPU and memory that their tasks have, now and at most in the last 15 minutes.";

    /// <inheritdoc />
    public override OperationEffect Effect => OperationEffect.Reads;

    /// <inheritdoc />
    public override async Task<EnvironmentUse> RunAsync(TopParameters parameters, Agreed agreed, OperationContext context)
    {
        var plan = ProjectLoader.Load(parameters.Folder, parameters.Environment, parameters.Local).Plan;
        var services = ServiceChoice.Of(plan, parameters.Services);
        using var target = await Targets.OpenAsync(plan, parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        return await ReadAsync(target, plan, [.. services.OfType<ContainerServicePlan>().Where(s => s is not JobServicePlan)], context.Time.GetUtcNow(), context.Stop).ConfigureAwait(false);
    }

    /// <summary>Reads what services use.</summary>
    /// <param name="target">The account and region.</param>
    /// <param name="plan">The environment.</param>
    /// <param name="services">The services.</param>
    /// <param name="now">The time.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>What they use.</returns>
    internal static async Task<EnvironmentUse> ReadAsync(AwsTarget target, AppPlan plan, IReadOnlyList<ContainerServicePlan> services, DateTimeOffset now, CancellationToken stop)
    {
        var from = now - Back;
        var queries = services.SelectMany(service => Series.Select(series => new MetricQuery(
            "AWS/ECS", series.Metric, series.Statistic, Minute, [("ClusterName", plan.AwsNames.Cluster), ("ServiceName", service.Name)]))).ToList();
        var client = new MetricClient(target.Session);
        var values = (await Task.WhenAll(queries.Chunk(500).Select(some => client.ReadAsync(some, from, now, stop))).ConfigureAwait(false)).SelectMany(v => v).ToList();
        var used = services.Select((service, index) =>
        {
            var own = values.GetRange(index * Series.Length, Series.Length);
            return new ServiceUse(service.Title, Last(own[0]), Most(own[1]), Last(own[2]), Most(own[3]), service.Task.Cpu, service.Task.Memory);
        });
        return new EnvironmentUse(plan.App, plan.Environment, from, now, [.. used.OrderByDescending(use => use.Cpu ?? -1).ThenBy(use => use.Service, StringComparer.Ordinal)]);
    }

    private static double? Last(IReadOnlyDictionary<DateTimeOffset, double> values) => values.Count == 0 ? null : values.MaxBy(value => value.Key).Value;

    private static double? Most(IReadOnlyDictionary<DateTimeOffset, double> values) => values.Count == 0 ? null : values.Values.Max();
}
