using System.Text.Json;
using Landfall.Kubernetes.Snapshots;

namespace Landfall.Kubernetes.Kubectl;

/// <summary>Reads <c>alerts.json</c>: what a monitoring system found of each service.</summary>
internal static class IncidentAlerts
{
    public static IReadOnlyList<ServiceAlert> Read(JsonElement? file) =>
        file is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("alerts", out var alerts) && alerts.ValueKind == JsonValueKind.Array
            ? [.. from alert in alerts.EnumerateArray()
                  where alert.TryGetProperty("name", out _)
                  let evidence = alert.TryGetProperty("evidence", out var found) && found.ValueKind == JsonValueKind.Array
                      ? found.EnumerateArray().Select(line => line.ToString()).ToList()
                      : []
                  select new ServiceAlert(alert.GetProperty("name").GetString()!, evidence)]
            : [];
}
