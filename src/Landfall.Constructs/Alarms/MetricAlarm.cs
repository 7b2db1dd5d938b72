using Amazon.CDK.AWS.CloudWatch;
using Landfall.Config.Alarms;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Services;
using static Amazon.CDK.AWS.CloudWatch.CfnAlarm;

namespace Landfall.Constructs.Alarms;

/// <summary>CloudWatch alarms as plain data.</summary>
internal static class MetricAlarm
{
    public const string Above = "GreaterThanThreshold";
    public const string Below = "LessThanThreshold";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>A metric of one minute, by the id under which an expression refers to it.</summary>
    public static MetricDataQueryProperty Metric(string id, string space, string name, string statistic, params (string Name, string Value)[] dimensions) =>
        Metric(Minute, id, space, name, statistic, dimensions);

    /// <summary>A metric over a time. "Each metric must be using the same period" (Amazon CloudWatch user guide, Alarm data queries).</summary>
    public static MetricDataQueryProperty Metric(TimeSpan period, string id, string space, string name, string statistic, params (string Name, string Value)[] dimensions) => new()
    {
        Id = id,
        ReturnData = false,
        MetricStat = new MetricStatProperty
        {
            Period = period.TotalSeconds,
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

    /// <summary>An alarm that calls people itself.</summary>
    public static CfnAlarm Create(
        LandfallStack stack,
        string id,
        Runbook runbook,
        string description,
        string expression,
        double threshold,
        int periods,
        IEnumerable<MetricDataQueryProperty> metrics,
        string comparison = Above)
    {
        var alarm = Silent(stack, id, runbook, description, expression, threshold, periods, metrics, comparison);
        alarm.AlarmActions = [AlarmTopic.Arn(stack)];
        alarm.OkActions = [AlarmTopic.Arn(stack)];
        return alarm;
    }

    /// <summary>An alarm that calls nobody itself: one that is made of several does.</summary>
    public static CfnAlarm Silent(
        LandfallStack stack,
        string id,
        Runbook runbook,
        string description,
        string expression,
        double threshold,
        int periods,
        IEnumerable<MetricDataQueryProperty> metrics,
        string comparison = Above) =>
        Plain(stack, id, RunbookLink.Behind(stack, description, runbook), expression, threshold, periods, metrics, comparison);

    /// <summary>An alarm that starts a scaling policy.</summary>
    public static void Trigger(
        LandfallStack stack,
        string id,
        string description,
        string expression,
        double threshold,
        int periods,
        IEnumerable<MetricDataQueryProperty> metrics,
        string policy,
        string comparison = Above) =>
        Plain(stack, id, description, expression, threshold, periods, metrics, comparison).AlarmActions = [policy];

    /// <summary>Missing data is no breach: a service without traffic is well.</summary>
    private static CfnAlarm Plain(
        LandfallStack stack,
        string id,
        string description,
        string expression,
        double threshold,
        int periods,
        IEnumerable<MetricDataQueryProperty> metrics,
        string comparison)
    {
        var alarm = new CfnAlarm(stack, id, new CfnAlarmProps
        {
            AlarmName = Name(stack, id),
            AlarmDescription = description,
            ComparisonOperator = comparison,
            Threshold = threshold,
            EvaluationPeriods = periods,
            DatapointsToAlarm = periods,
            TreatMissingData = "notBreaching",
            AlarmActions = [],
            OkActions = [],
            Metrics = metrics.Append(Value(id, expression)).ToArray<object>(),
        });
        AwaitedImage.Silence(stack, alarm);
        return alarm;
    }

    /// <summary>An alarm's name, which is what its id is made of.</summary>
    public static string Name(LandfallStack stack, string id) => stack.Plan.AwsNames.Alarm(stack.Part, id);

    /// <summary>What an alarm watches.</summary>
    public static MetricDataQueryProperty Value(string label, string expression) => new()
    {
        Id = "value",
        Expression = expression,
        Label = label,
        ReturnData = true,
    };
}
