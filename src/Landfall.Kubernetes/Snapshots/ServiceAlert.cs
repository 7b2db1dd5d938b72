namespace Landfall.Kubernetes.Snapshots;

/// <summary>What a monitoring system found of a service to be out of the ordinary.</summary>
/// <param name="Service">The workload.</param>
/// <param name="Findings">Its findings as it writes them, such as <c>RESOURCE_SATURATION [cpu_cfs] | Val: 0.98</c>.</param>
internal sealed record ServiceAlert(string Service, IReadOnlyList<string> Findings);
