using Landfall.Config.Plan;

namespace Landfall.Config.Telemetry;

/// <summary>
/// The exporters of each back end, of those that ADOT 0.49 has: the vendors' own (datadog, signalfx, sapm, logzio) are gone from
/// it, and OTLP over HTTP is what their makers' pages name in their place.
/// </summary>
internal static class Exporters
{
    /// <summary>The environment variable of the collector that has the secret.</summary>
    public const string TokenVariable = "LANDFALL_TELEMETRY_TOKEN";

    /// <summary>Chooses them.</summary>
    /// <param name="telemetry">Where the telemetry goes.</param>
    /// <param name="place">Where the collector is.</param>
    /// <returns>The part of the configuration that the back end decides.</returns>
    public static ExporterPart Of(TelemetryPlan telemetry, CollectorPlace place) => telemetry.Backend switch
    {
        TelemetryBackend.Cloudwatch => Cloudwatch(telemetry, place),
        TelemetryBackend.Prometheus => RemoteWrite(telemetry.Endpoint!, Headers("Authorization", "Bearer ", telemetry.Token)),
        TelemetryBackend.Amp => RemoteWrite(place.RemoteWrite!, ["auth:", "  authenticator: sigv4auth"]) with
        {
            Authenticator = ["sigv4auth:", $"  region: {place.Region}", "  service: aps"],
        },
        TelemetryBackend.Datadog => Otlp([$"endpoint: https://otlp.{telemetry.Endpoint}", .. Headers("dd-api-key", "", telemetry.Token)]) with
        {
            // "Ensure only delta metrics are sent" (Datadog, "OTLP Metrics Intake Endpoint").
            WantsDeltas = true,
        },
        TelemetryBackend.Splunk => Otlp(
        [
            $"traces_endpoint: https://ingest.{telemetry.Endpoint}.signalfx.com/v2/trace/otlp",
            $"metrics_endpoint: https://ingest.{telemetry.Endpoint}.signalfx.com/v2/datapoint/otlp",
            .. Headers("X-SF-Token", "", telemetry.Token),
        ]),
        TelemetryBackend.GrafanaCloud => Otlp([$"endpoint: {telemetry.Endpoint}", .. Headers("Authorization", "Basic ", telemetry.Token)]),
        _ => Otlp([$"endpoint: {telemetry.Endpoint}", .. Headers(telemetry.Header ?? "Authorization", telemetry.Header is null ? "Bearer " : "", telemetry.Token)]),
    };

    /// <summary>
    /// The exporters that need nothing set up in the account, as CloudWatch's OTLP endpoints do (X-Ray's takes spans only once
    /// Transaction Search is on), and that there are in every partition. Without a namespace of its own EMF has the one of
    /// the resource, service.namespace/service.name.
    /// </summary>
    private static ExporterPart Cloudwatch(TelemetryPlan telemetry, CollectorPlace place)
    {
        var stream = telemetry.Mode == TelemetryMode.Sidecar ? "{TaskId}" : "gateway";
        List<string> lines = [];
        if (telemetry.Signals.Contains(TelemetrySignal.Traces))
        {
            lines.AddRange(["awsxray:", $"  region: {place.Region}"]);
        }

        if (telemetry.Signals.Contains(TelemetrySignal.Metrics))
        {
            lines.AddRange(
            [
                "awsemf:", $"  region: {place.Region}", $"  log_group_name: {place.LogGroup}", $"  log_stream_name: 'metrics/{stream}'",
                "  dimension_rollup_option: NoDimensionRollup",
            ]);
        }

        if (telemetry.Signals.Contains(TelemetrySignal.Logs))
        {
            lines.AddRange(["awscloudwatchlogs:", $"  region: {place.Region}", $"  log_group_name: {place.LogGroup}", $"  log_stream_name: 'otlp/{stream}'"]);
        }

        return new ExporterPart
        {
            Exporters = lines,
            ExporterOf = signal => signal switch { TelemetrySignal.Traces => "awsxray", TelemetrySignal.Metrics => "awsemf", _ => "awscloudwatchlogs" },
        };
    }

    private static ExporterPart RemoteWrite(string endpoint, IReadOnlyList<string> settings) => new()
    {
        Exporters = ["prometheusremotewrite:", $"  endpoint: {endpoint}", .. settings.Select(line => $"  {line}")],
        ExporterOf = _ => "prometheusremotewrite",

        // Its label 'instance' is service.instance.id (OpenTelemetry, "Prometheus and OpenMetrics Compatibility", "Resource Attributes"),
        // which the libraries of Python and Node do not set.
        WantsInstances = true,
    };

    private static ExporterPart Otlp(IReadOnlyList<string> settings) => new()
    {
        Exporters = ["otlphttp:", .. settings.Select(line => $"  {line}")],
        ExporterOf = _ => "otlphttp",
    };

    private static IReadOnlyList<string> Headers(string name, string before, string? token) =>
        token is null ? [] : ["headers:", $"  {name}: '{before}${{env:{TokenVariable}}}'"];
}
