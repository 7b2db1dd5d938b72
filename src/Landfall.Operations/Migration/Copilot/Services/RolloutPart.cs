namespace Landfall.Operations.Migration.Copilot.Services;

/// <summary><c>deployment</c> and <c>observability</c>: how a version replaces another, and who watches.</summary>
internal static class RolloutPart
{
    public static void Map(ManifestMap map, MigrationScope scope)
    {
        if (map.Map("deployment") is { } deployment)
        {
            if (deployment.Text("rolling") == "default")
                deployment.Exact("rolling", "deploy.strategy");
            deployment.Left("rolling", "New tasks always run before old ones stop.");
            deployment.Left("rollback_alarms", "Landfall's own alarms (errorRate, latencyP99, unhealthyTasks of 'alarms') roll a deployment back; others do not.");
        }

        if (map.Map("observability") is { } observability && observability.Text("tracing") is not null)
        {
            scope.Settings["telemetry"] = "cloudwatch";
            observability.Changed("tracing", "telemetry", "A collector beside each container takes traces, metrics and logs by OTLP, and sends traces to X-Ray: instrument the program with OpenTelemetry, or with the service's 'telemetry: { instrument: … }'.");
        }
    }
}
