using System.Globalization;
using Landfall.Config.Plan;

namespace Landfall.Config.Telemetry;

/// <summary>
/// The environment variables by which OpenTelemetry's libraries find the collector (OpenTelemetry, "OpenTelemetry protocol
/// exporter" and "Environment variable specification").
/// </summary>
internal static class TelemetryVariables
{
    /// <summary>Names them with their values.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="service">A service that takes part.</param>
    /// <param name="endpoint">Where the collector is.</param>
    /// <returns>The variables.</returns>
    public static IEnumerable<KeyValuePair<string, string>> Of(AppPlan plan, ContainerServicePlan service, string endpoint)
    {
        yield return new("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint);
        yield return new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        yield return new("OTEL_SERVICE_NAME", service.Title);

        // Both names of the environment: back ends and libraries know the one or the other.
        yield return new("OTEL_RESOURCE_ATTRIBUTES", $"service.namespace={plan.Prefix},deployment.environment={plan.Environment},deployment.environment.name={plan.Environment}");
        foreach (var signal in Enum.GetValues<TelemetrySignal>())
        {
            yield return new($"OTEL_{signal.ToString().ToUpperInvariant()}_EXPORTER", plan.Telemetry!.Signals.Contains(signal) ? "otlp" : "none");
        }

        if (service.Task.Telemetry!.SamplingPercent < 100)
        {
            yield return new("OTEL_TRACES_SAMPLER", "parentbased_traceidratio");
            yield return new("OTEL_TRACES_SAMPLER_ARG", (service.Task.Telemetry.SamplingPercent / 100).ToString(CultureInfo.InvariantCulture));
        }
    }
}
