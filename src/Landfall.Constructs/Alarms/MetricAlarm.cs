using Amazon.CDK.AWS.CloudWatch;
using Landfall.Constructs.Foundation;
using static Amazon.CDK.AWS.CloudWatch.CfnAlarm;

namespace Landfall.Constructs.Alarms;

/// <summary>CloudWatch alarms as plain data.</summary>
internal static class MetricAlarm
{
    /// <summary>A metric of one minute, by the id under which an expression refers to it.</summary>
    public static MetricDataQueryProperty Metric(string id, string space, string name, string statistic, params (string Name, string Value)[] dimensions) => new()
    {
        Id = id,
        ReturnData = false,
        MetricStat = new MetricStatProperty
        {
            Period = 60,
            Stat = statistic,
            Metric = new MetricProperty
            {
                Namespace = space,
                MetricName = name,
                Dimensions = dimensions.Select(object (dimension) => new DimensionProperty
                {
                    Name = dimension.Name,
                    Value = dimension.Value,
                }).ToArray(),
            },
        },
    };

    /// <summary>
    /// An alarm on an expression of metrics. Missing data is no breach: a service without traffic is well.
    /// </summary>
    public static CfnAlarm Create(
        LandfallStack stack,
        string id,
        string description,
        string expression,
        double threshold,
        int minutes,
        IEnumerable<MetricDataQueryProperty> metrics,
        string? action = null,
        string comparison = "GreaterThanThreshold") =>
        new(stack, id, new CfnAlarmProps
        {
            AlarmName = $"{stack.Plan.Prefix}-{stack.Part}-{id}",
            AlarmDescription = description,
            ComparisonOperator = comparison,
            Threshold = threshold,
            EvaluationPeriods = minutes,
            DatapointsToAlarm = minutes,
            TreatMissingData = "notBreaching",
            AlarmActions = [action ?? AlarmTopic.Arn(stack)],
            OkActions = action is null ? [AlarmTopic.Arn(stack)] : [],
            Metrics = metrics.Append(new MetricDataQueryProperty
            {
                Id = "value",
                Expression = expression,
                Label = id,
                ReturnData = true,
            }).ToArray<object>(),
        });
}
