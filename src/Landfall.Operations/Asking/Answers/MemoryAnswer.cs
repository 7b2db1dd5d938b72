using System.Globalization;
using Landfall.Aws.Metrics;
using Landfall.Config.Plan;
using Landfall.Operations.Deployment;
using Landfall.Operations.Status;

namespace Landfall.Operations.Asking.Answers;

/// <summary>How the memory of services goes, and when it is full.</summary>
internal sealed class MemoryAnswer : IAnswerer
{
    // A rise of less is within what garbage collectors and caches do.
    private const double LeastRise = 5;
    private const int MostValues = 200;

    private static readonly TimeSpan Back = TimeSpan.FromHours(6);

    /// <inheritdoc />
    public IReadOnlyList<Topic> Topics => [Topic.Memory];

    /// <inheritdoc />
    public async Task<AnswerText> AnswerAsync(AskedQuestion asked, AskedPlace place)
    {
        var (plan, context) = (place.Plan, place.Context);
        var services = ServiceChoice.Of(plan, asked.Services).OfType<ContainerServicePlan>().Where(service => service is not JobServicePlan).ToList();
        var (from, to) = await LogErrors.RangeAsync(asked, Back, place).ConfigureAwait(false);
        using var target = await Targets.OpenAsync(plan, place.Parameters.Local, context.Time, context.Stop).ConfigureAwait(false);
        var minutes = Math.Max(5, (int)Math.Ceiling((to - from).TotalMinutes / MostValues / 5) * 5);
        var queries = services.Select(service => new MetricQuery(
            "AWS/ECS", "MemoryUtilization", "Average", TimeSpan.FromMinutes(minutes), [("ClusterName", plan.AwsNames.Cluster), ("ServiceName", service.Name)])).ToList();
        var client = new MetricClient(target.Session);
        var values = (await Task.WhenAll(queries.Chunk(500).Select(some => client.ReadAsync(some, from, to, context.Stop))).ConfigureAwait(false)).SelectMany(v => v);
        return Of([.. services.Zip(values).Select(pair => new MemoryTrend(pair.First.Title, pair.First.Task.Memory, pair.Second))], from, asked);
    }

    /// <summary>Puts trends into words.</summary>
    /// <param name="trends">The memory of services.</param>
    /// <param name="from">From when on.</param>
    /// <param name="asked">The question.</param>
    /// <returns>The answer.</returns>
    internal static AnswerText Of(IReadOnlyList<MemoryTrend> trends, DateTimeOffset from, AskedQuestion asked)
    {
        string[] evidence = [Commands.For("top", asked.Services), Commands.For("history", asked.Services)];
        var measured = trends.Where(trend => trend.Values.Count > 0).OrderByDescending(trend => trend.Rise).ThenBy(trend => trend.Service, StringComparer.Ordinal).ToList();
        if (measured.Count == 0)
            return AnswerText.Unknown($"CloudWatch has no value of memory since {Moment.Of(from)}. No task ran, or it has just begun to; the local AWS measures nothing.", evidence);
        var rising = measured.Where(trend => trend.Rise >= LeastRise).ToList();
        return AnswerText.Of(
            rising.Count == 0
                ? $"Memory is not rising: no service's went up by {LeastRise} points or more since {Moment.Of(from)}."
                : $"Memory rises in {string.Join(", ", rising.Select(trend => trend.Service))} since {Moment.Of(from)}. What was released before that, and a leak of the program's own, are the usual causes; what holds it only the program tells.",
            [.. measured.Select(Line)],
            evidence);
    }

    private static string Line(MemoryTrend trend) => string.Create(
        CultureInfo.InvariantCulture,
        $"{trend.Service}: {trend.Last:0.#} % of {trend.Memory} MiB, {(Math.Abs(trend.Rise) < LeastRise ? "level" : $"{trend.Rise:+0.#;-0.#} points")}{(trend.Full is { } full && trend.Rise >= LeastRise ? $"; full in {(full.TotalHours < 48 ? $"{full.TotalHours:0.#} hours" : $"{full.TotalDays:0} days")} if it goes on so" : "")}");
}
