using System.Text.Json.Nodes;
using static Amazon.CDK.AWS.CloudWatch.CfnAlarm;

namespace Landfall.Constructs.Dashboards;

/// <summary>A line of a graph, as the JSON of a dashboard's <c>metrics</c> (Amazon CloudWatch API, Dashboard body structure and syntax).</summary>
internal static class DashboardLine
{
    /// <summary>A metric.</summary>
    /// <param name="label">What the legend says.</param>
    /// <param name="space">The namespace.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="statistic">The statistic.</param>
    /// <param name="dimensions">The dimensions.</param>
    public static JsonArray Metric(string label, string space, string metric, string statistic, params (string Name, string Value)[] dimensions) =>
        Written(space, metric, dimensions, new JsonObject { ["stat"] = statistic, ["label"] = label });

    /// <summary>The same on the right axis.</summary>
    public static JsonArray Right(JsonArray line)
    {
        line[^1]!["yAxis"] = "right";
        return line;
    }

    /// <summary>What an alarm reads, for an expression alone.</summary>
    public static IEnumerable<JsonArray> Hidden(IEnumerable<MetricDataQueryProperty> metrics) => metrics.Select(query =>
    {
        var read = (MetricStatProperty)query.MetricStat!;
        var metric = (MetricProperty)read.Metric;
        var dimensions = ((object[])metric.Dimensions!).Cast<DimensionProperty>().Select(dimension => (dimension.Name, dimension.Value)).ToArray();
        return Written(metric.Namespace!, metric.MetricName!, dimensions, new JsonObject { ["stat"] = read.Stat, ["id"] = query.Id, ["visible"] = false });
    });

    /// <summary>An expression of what else the graph reads.</summary>
    public static JsonArray Expression(string label, string expression) => [new JsonObject { ["expression"] = expression, ["label"] = label }];

    private static JsonArray Written(string space, string metric, IReadOnlyList<(string Name, string Value)> dimensions, JsonObject options)
    {
        var line = new JsonArray(space, metric);
        foreach (var (name, value) in dimensions)
        {
            line.Add(name);
            line.Add(value);
        }

        line.Add(options);
        return line;
    }
}
