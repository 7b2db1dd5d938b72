using System.Globalization;
using System.Xml.Linq;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Metrics;

/// <summary>The part of CloudWatch that reads metrics.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class MetricClient(AwsSession session)
{
    internal static readonly AwsService Service = new("monitoring", "monitoring", "CLOUDWATCH", "2010-08-01");

    /// <summary>Reads metrics.</summary>
    /// <param name="queries">Up to 500 of them (API Reference, GetMetricData).</param>
    /// <param name="from">The first time, which is in it.</param>
    /// <param name="to">The last time, which is not.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>For each query, in their order, the value of each period that has one, by the time at which it begins.</returns>
    public async Task<IReadOnlyList<IReadOnlyDictionary<DateTimeOffset, double>>> ReadAsync(
        IReadOnlyList<MetricQuery> queries, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(queries);
        var request = new Dictionary<string, string> { ["StartTime"] = Text(from), ["EndTime"] = Text(to), ["ScanBy"] = "TimestampAscending" };
        for (var i = 0; i < queries.Count; i++)
            Add(request, $"MetricDataQueries.member.{Text(i + 1)}", $"q{Text(i)}", queries[i]);
        var values = queries.Select(_ => new Dictionary<DateTimeOffset, double>()).ToList();
        do
        {
            var answer = await QueryProtocol.CallAsync(session, Service, "GetMetricData", request, cancellation).ConfigureAwait(false);
            foreach (var result in answer.Descendants("MetricDataResults").Elements("member"))
                Read(result, values[int.Parse(result.Element("Id")!.Value.AsSpan(1), CultureInfo.InvariantCulture)]);
            request["NextToken"] = answer.Descendants("NextToken").FirstOrDefault()?.Value ?? "";
        }
        while (request["NextToken"].Length > 0);
        return values;
    }

    private static void Add(Dictionary<string, string> request, string place, string id, MetricQuery query)
    {
        request[$"{place}.Id"] = id;
        request[$"{place}.MetricStat.Metric.Namespace"] = query.Namespace;
        request[$"{place}.MetricStat.Metric.MetricName"] = query.Name;
        foreach (var (index, (name, value)) in query.Dimensions.Index())
        {
            request[$"{place}.MetricStat.Metric.Dimensions.member.{Text(index + 1)}.Name"] = name;
            request[$"{place}.MetricStat.Metric.Dimensions.member.{Text(index + 1)}.Value"] = value;
        }

        request[$"{place}.MetricStat.Period"] = Text((int)query.Period.TotalSeconds);
        request[$"{place}.MetricStat.Stat"] = query.Statistic;
    }

    private static void Read(XElement result, Dictionary<DateTimeOffset, double> values)
    {
        var times = result.Elements("Timestamps").Elements("member");
        foreach (var (time, value) in times.Zip(result.Elements("Values").Elements("member")))
            values[DateTimeOffset.Parse(time.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)] = double.Parse(value.Value, CultureInfo.InvariantCulture);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
