using System.Globalization;
using System.Text.Json.Nodes;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Costs;

/// <summary>The part of Cost Explorer that tells what was billed. Each request is billed, too: 0.01 USD.</summary>
/// <param name="session">Who calls.</param>
public sealed class CostExplorerClient(AwsSession session)
{
    private static readonly AwsService Service = new("ce", "ce", "COST_EXPLORER", "AWSInsightsIndexService");

    /// <summary>
    /// Lists what was billed for whatever has all of these tags. "The start date is inclusive, but the end date is exclusive"
    /// (Cost Explorer API Reference, "GetCostAndUsage"); only tags that are cost allocation tags are known there.
    /// </summary>
    /// <param name="tags">Keys and values of tags.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The day after the last.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The costs, in order of days.</returns>
    /// <exception cref="AwsException">AWS refused.</exception>
    public async Task<IReadOnlyList<DailyCost>> ListAsync(IReadOnlyList<(string Key, string Value)> tags, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        // It answers in one region of a partition, whatever it is asked about (AWS General Reference, "AWS Billing and Cost Management endpoints").
        using var there = session.In(AwsEndpoint.GlobalOf(Service, session.Region).Region);
        var costs = new List<DailyCost>();
        string? next = null;
        do
        {
            var request = new
            {
                TimePeriod = new { Start = Text(from), End = Text(to) },
                Granularity = "DAILY",
                Filter = new { And = tags.Select(tag => new { Tags = new { tag.Key, Values = new[] { tag.Value } } }).ToArray() },
                Metrics = new[] { "UnblendedCost" },
                GroupBy = new[] { new { Type = "DIMENSION", Key = "SERVICE" }, new { Type = "DIMENSION", Key = "USAGE_TYPE" } },
                NextPageToken = next,
            };
            var answer = await JsonProtocol.CallAsync<JsonObject>(there, Service, "GetCostAndUsage", request, cancellation).ConfigureAwait(false);
            costs.AddRange(
                from day in answer["ResultsByTime"] as JsonArray ?? []
                from cost in day["Groups"] as JsonArray ?? []
                select new DailyCost(
                    DateOnly.ParseExact((string)day["TimePeriod"]!["Start"]!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                    (string)cost["Keys"]![0]!,
                    (string)cost["Keys"]![1]!,
                    decimal.Parse((string)cost["Metrics"]!["UnblendedCost"]!["Amount"]!, NumberStyles.Float, CultureInfo.InvariantCulture)));
            next = (string?)answer["NextPageToken"];
        }
        while (next is not null);
        return costs;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
