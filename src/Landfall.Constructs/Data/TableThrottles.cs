using Landfall.Config.Alarms;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Constructs.Alarms;
using Landfall.Constructs.Parameters;
using Query = Amazon.CDK.AWS.CloudWatch.CfnAlarm.MetricDataQueryProperty;

namespace Landfall.Constructs.Data;

/// <summary>
/// Rings when DynamoDB refuses reads or writes. Of an index there are metrics of its own: "the TableName dimension returns the
/// throttle events for the table, but not for any global secondary indexes" (DynamoDB metrics and dimensions, WriteThrottleEvents).
/// </summary>
internal static class TableThrottles
{
    // A short burst is over before anybody could look, and SDKs try again.
    private const int Minutes = 5;

    public static void Add(DataStack stack, TablePlan table)
    {
        var id = $"{ConstructId.From(table.Name)}Throttles";
        var watched = table.Indexes.Select(index => index.Name).Prepend(null).Chunk(DataStackSize.ThrottledPerAlarm).ToArray();
        for (var number = 1; number <= watched.Length; number++)
        {
            var places = watched[number - 1];
            MetricAlarm.Create(
                stack,
                number == 1 ? id : $"{id}{number}",
                Runbooks.Throttles,
                $"Reads or writes of {table.Title} are refused, for five minutes.",
                $"{RequestMetrics.Sum("r", places.Length)} + {RequestMetrics.Sum("w", places.Length)}",
                0,
                Minutes,
                [.. places.Select((index, i) => Refused($"r{i}", "ReadThrottleEvents", index)), .. places.Select((index, i) => Refused($"w{i}", "WriteThrottleEvents", index))]);
        }

        Query Refused(string metricId, string metric, string? index)
        {
            (string, string)[] place = [("TableName", stack.Names.Table(table.Name))];
            return MetricAlarm.Metric(metricId, "AWS/DynamoDB", metric, "Sum", index is null ? place : [.. place, ("GlobalSecondaryIndexName", index)]);
        }
    }
}
