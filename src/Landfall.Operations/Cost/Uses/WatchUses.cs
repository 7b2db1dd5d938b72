using System.Text.Json.Nodes;
using Landfall.Operations.Changes.Evaluation;
using Landfall.Operations.Changes.Rules;

namespace Landfall.Operations.Cost.Uses;

/// <summary>What watching and delivering use: alarms, dashboards, logs, builds and pipelines.</summary>
internal static class WatchUses
{
    public static IReadOnlyList<UseRule> Rules { get; } =
    [
        new("AWS::CloudWatch::Alarm", Alarm),
        new("AWS::CloudWatch::CompositeAlarm", new Use("compositeAlarm", "alarm of alarms", 1)),
        new("AWS::CloudWatch::Dashboard", new Use("dashboard", "dashboard", 1)),
        new("AWS::Logs::LogGroup", Logs),
        new("AWS::CodeBuild::Project", Build),
        new("AWS::CodePipeline::Pipeline", new Use("pipelineMinute", "actions", Assumptions.PipelineMinutes)),
    ];

    /// <summary>
    /// "You are charged for the number of metrics associated with an alarm", and for a band of what is normal two more
    /// (Amazon CloudWatch pricing).
    /// </summary>
    private static IEnumerable<Use> Alarm(EvaluatedResource alarm, EstimatedResources all)
    {
        var metrics = (alarm.Properties["Metrics"] as JsonArray)?.OfType<JsonObject>().ToList();
        var read = metrics?.Where(metric => metric["MetricStat"] is not null).ToList();
        var bands = metrics?.Count(metric => Scalars.Text(metric["Expression"])?.StartsWith("ANOMALY_DETECTION_BAND", StringComparison.Ordinal) == true) ?? 0;
        var period = Scalars.Number(read is [var first, ..] ? first["MetricStat"]!["Period"] : alarm.Properties["Period"]);
        yield return new(period < 60 ? "alarmMetricHighResolution" : "alarmMetric", "metrics that it reads", (read?.Count ?? 1) + (2 * bands));
    }

    private static IEnumerable<Use> Logs(EvaluatedResource group, EstimatedResources all)
    {
        yield return new("logIngestGb", "new lines", Assumptions.LogData);

        // Without an end it grows for ever; what a year keeps is reckoned with.
        var days = Scalars.Decimal(group.Properties["RetentionInDays"]) ?? 365;
        yield return new("logStorageGb", "lines that are kept", Extent.Of(Assumptions.LogData.Quantity * Assumptions.LogRatio.Quantity * days * 12 / 365), Assumptions.LogRatio);
    }

    private static IEnumerable<Use> Build(EvaluatedResource project, EstimatedResources all)
    {
        var price = Scalars.Text(project.Properties["Environment"]?["ComputeType"]) switch
        {
            "BUILD_GENERAL1_SMALL" => "buildSmallMinute",
            "BUILD_GENERAL1_MEDIUM" => "buildMediumMinute",
            "BUILD_GENERAL1_LARGE" => "buildLargeMinute",
            var other => $"build on {other}",
        };
        yield return new(price, "builds", Assumptions.BuildMinutes);
    }
}
