using Landfall.Config.Plan;
using Landfall.Config.Telemetry;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Telemetry;

/// <summary>A collector's configuration for each back end, as the file would lead to it.</summary>
internal static class Collectors
{
    /// <summary>What a file says for each back end, in its shortest form.</summary>
    public static IReadOnlyDictionary<string, string> Files { get; } = new Dictionary<string, string>
    {
        ["cloudwatch"] = "cloudwatch",
        ["prometheus"] = "{ backend: prometheus, endpoint: https://prometheus.example.com/api/v1/write, token: key }",
        ["amp"] = "{ backend: amp, endpoint: ws-01234567-89ab-cdef-0123-456789abcdef }",
        ["datadog"] = "{ backend: datadog, token: key }",
        ["splunk"] = "{ backend: splunk, endpoint: us1, token: key }",
        ["grafanaCloud"] = "{ backend: grafanaCloud, endpoint: https://otlp-gateway-prod-eu-west-2.grafana.net/otlp, token: key }",
        ["otlp"] = "{ backend: otlp, endpoint: https://otlp.example.com, token: key }",
    };

    /// <summary>The configuration of a back end, beside an application or as a gateway.</summary>
    public static string Of(string backend, TelemetryMode mode = TelemetryMode.Sidecar, TelemetrySignal? only = null)
    {
        var loaded = TestLoad.Text(SmallFile.Head + $"secrets: {{ key: {{}} }}\ntelemetry: {Files[backend]}\nservices: {{ api: {{ type: web, image: n }} }}\n");
        Assert.Empty(loaded.Problems);
        var telemetry = PlanResolver.Resolve(loaded.Config!, "dev", null).Telemetry! with { Mode = mode };
        telemetry = telemetry with { Signals = [.. telemetry.Signals.Where(signal => only is null || signal == only)] };
        return CollectorConfiguration.Of(telemetry, new CollectorPlace("eu-west-1", "/shop/dev/api", "https://aps-workspaces.eu-west-1.amazonaws.com/workspaces/ws-1/api/v1/remote_write"));
    }
}
