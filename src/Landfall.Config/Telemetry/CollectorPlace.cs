namespace Landfall.Config.Telemetry;

/// <summary>Where a collector runs, as far as its exporters ask for it.</summary>
/// <param name="Region">The region.</param>
/// <param name="LogGroup">The log group of the service that it runs in.</param>
/// <param name="RemoteWrite">Where the workspace for Prometheus takes metrics, or null where there is none.</param>
internal sealed record CollectorPlace(string Region, string LogGroup, string? RemoteWrite);
