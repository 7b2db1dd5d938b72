using System.Text;
using Landfall.Config.Plan;

namespace Landfall.Config.Telemetry;

/// <summary>
/// The collector's configuration, in its own YAML. Receiver, processors and pipelines are the same for every back end.
/// </summary>
internal static class CollectorConfiguration
{
    /// <summary>The environment variable in which ADOT takes it (aws-otel-collector, pkg/config).</summary>
    public const string Variable = "AOT_CONFIG_CONTENT";

    /// <summary>Writes it.</summary>
    /// <param name="telemetry">Where the telemetry goes.</param>
    /// <param name="place">Where the collector is.</param>
    /// <returns>YAML.</returns>
    public static string Of(TelemetryPlan telemetry, CollectorPlace place)
    {
        var part = Exporters.Of(telemetry, place);
        var sidecar = telemetry.Mode == TelemetryMode.Sidecar;

        // The program that ADOT's image brings for ECS's health check asks this address.
        List<string> extensions = ["health_check:", $"  endpoint: 127.0.0.1:{CollectorHealth.Port}", .. part.Authenticator];
        List<string> processors =
        [
            "memory_limiter:", "  check_interval: 1s", "  limit_percentage: 75", "  spike_limit_percentage: 20",
            "batch:", "  timeout: 5s", "  send_batch_size: 1024", "  send_batch_max_size: 2048",
        ];
        if (sidecar)
        {
            // A gateway would say of every application that it runs in the gateway's task.
            processors.AddRange(["resourcedetection:", "  detectors: [env, ecs]", "  timeout: 2s", "  override: false"]);
        }

        if (sidecar && part.WantsInstances)
        {
            // An insertion changes nothing where there is a value (attributesprocessor, "insert").
            processors.AddRange(["resource:", "  attributes:", "    - { key: service.instance.id, from_attribute: aws.ecs.task.arn, action: insert }"]);
        }

        if (part.WantsDeltas)
        {
            processors.Add("cumulativetodelta: {}");
        }

        var text = new StringBuilder();
        Section("extensions", extensions);
        Section("receivers", ["otlp:", "  protocols:", "    http:", $"      endpoint: {(sidecar ? "127.0.0.1" : "0.0.0.0")}:{TelemetryPlan.Port}"]);
        Section("processors", processors);
        Section("exporters", part.Exporters);
        Section("service",
        [
            $"extensions: [{string.Join(", ", extensions.Where(line => line[0] != ' ').Select(line => line.TrimEnd(':')))}]",
            "telemetry:", "  logs:", "    level: warn", "  metrics:", "    level: none",
            "pipelines:", .. telemetry.Signals.SelectMany(Pipeline),
        ]);
        return text.ToString();

        IEnumerable<string> Pipeline(TelemetrySignal signal)
        {
            string[] steps = ["memory_limiter", .. sidecar ? ["resourcedetection"] : Array.Empty<string>(), .. sidecar && part.WantsInstances ? ["resource"] : Array.Empty<string>(), .. part.WantsDeltas && signal == TelemetrySignal.Metrics ? ["cumulativetodelta"] : Array.Empty<string>(), "batch"];
            return
            [
                $"  {signal.ToString().ToLowerInvariant()}:", "    receivers: [otlp]", $"    processors: [{string.Join(", ", steps)}]",
                $"    exporters: [{part.ExporterOf(signal)}]",
            ];
        }

        void Section(string name, IEnumerable<string> lines)
        {
            text.Append(name).Append(":\n");
            foreach (var line in lines)
            {
                text.Append("  ").Append(line).Append('\n');
            }
        }
    }
}
