using Landfall.Config.Plan;

namespace Landfall.Config.Telemetry;

/// <summary>What of a collector's configuration follows from the back end; all else is the same for every one.</summary>
internal sealed record ExporterPart
{
    /// <summary>The exporters, as lines of YAML below <c>exporters:</c>.</summary>
    public required IReadOnlyList<string> Exporters { get; init; }

    /// <summary>The exporter of each signal.</summary>
    public required Func<TelemetrySignal, string> ExporterOf { get; init; }

    /// <summary>The extension that signs requests, as lines of YAML below <c>extensions:</c>, or empty.</summary>
    public IReadOnlyList<string> Authenticator { get; init; } = [];

    /// <summary>True where the back end takes only what was counted since the last time.</summary>
    public bool WantsDeltas { get; init; }

    /// <summary>True where the series of two tasks are one unless something tells them apart.</summary>
    public bool WantsInstances { get; init; }
}
