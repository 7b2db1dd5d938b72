using Amazon.CDK.AWS.CloudWatch;
using Landfall.Config.Alarms;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Services;
using static Amazon.CDK.AWS.CloudWatch.CfnAlarm;

namespace Landfall.Constructs.Alarms;

/// <summary>
/// Holds a signal of a service against its own past: "If this is an alarm based on an anomaly detection model, make this value
/// match the ID of the ANOMALY_DETECTION_BAND function" (CloudWatch API, PutMetricAlarm, ThresholdMetricId).
/// </summary>
internal static class AnomalyAlarms
{
    /// <summary>The time over which a signal is measured; three of them in a row have to be out of the band.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(5);

    private const int Periods = 3;

    // Standard deviations; CloudWatch's own two would ring every few days.
    private const int Width = 3;

    public static CfnAlarm Add(LandfallStack stack, string title, AnomalySignal signal, RequestMetrics source)
    {
        var (expression, metrics, words) = signal switch
        {
            AnomalySignal.Requests => (source.RequestSum, source.Requests, "The number of requests to"),
            AnomalySignal.Errors => (source.ErrorRate, [.. source.Requests, .. source.Errors, .. source.Refused], "The error rate of"),
            _ => (source.Slowest, source.Latencies, "The response time of"),
        };
        var id = $"Anomaly{signal}";
        var value = MetricAlarm.Value(id, expression);
        var alarm = new CfnAlarm(stack, id, new CfnAlarmProps
        {
            AlarmName = MetricAlarm.Name(stack, id),
            AlarmDescription = RunbookLink.Behind(stack, $"{words} {title} is not what it was at such times.", Runbooks.Anomaly),
            ComparisonOperator = signal == AnomalySignal.Requests ? "LessThanLowerOrGreaterThanUpperThreshold" : "GreaterThanUpperThreshold",
            ThresholdMetricId = "band",
            EvaluationPeriods = Periods,
            DatapointsToAlarm = Periods,
            TreatMissingData = "notBreaching",
            AlarmActions = [AlarmTopic.Arn(stack)],
            OkActions = [AlarmTopic.Arn(stack)],
            Metrics = metrics.Append(value).Append(new MetricDataQueryProperty
            {
                Id = "band",
                Expression = $"ANOMALY_DETECTION_BAND(value, {Width})",
                Label = "As at such times",
                ReturnData = true,
            }).ToArray<object>(),
        });
        AwaitedImage.Silence(stack, alarm);
        return alarm;
    }
}
