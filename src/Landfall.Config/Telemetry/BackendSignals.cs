using Landfall.Config.Plan;

namespace Landfall.Config.Telemetry;

/// <summary>
/// Which signals a back end takes. Prometheus stores metrics only; Splunk takes logs by its own HTTP Event Collector and not
/// by OTLP (Splunk Observability Cloud, "OTLP/HTTP exporter").
/// </summary>
internal static class BackendSignals
{
    /// <summary>Names them.</summary>
    /// <param name="backend">The back end.</param>
    /// <returns>The signals, in their order.</returns>
    public static IReadOnlyList<TelemetrySignal> Of(TelemetryBackend backend) => backend switch
    {
        TelemetryBackend.Prometheus or TelemetryBackend.Amp => [TelemetrySignal.Metrics],
        TelemetryBackend.Splunk => [TelemetrySignal.Traces, TelemetrySignal.Metrics],
        _ => [TelemetrySignal.Traces, TelemetrySignal.Metrics, TelemetrySignal.Logs],
    };
}
