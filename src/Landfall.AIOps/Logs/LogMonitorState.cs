namespace Landfall.AIOps.Logs;

/// <summary>All that a <see cref="LogMonitor"/> knows, as plain data.</summary>
/// <param name="Miner">The templates.</param>
/// <param name="Start">When the first line came, or null before it.</param>
/// <param name="Interval">Where the open interval starts.</param>
/// <param name="Rates">The rate of each template.</param>
/// <param name="Fresh">Templates first seen in the open interval.</param>
/// <param name="Drifted">Templates that widened in the open interval.</param>
/// <param name="Deployment">The last deployment, or null.</param>
/// <param name="DeployedAt">When it was, or null.</param>
public sealed record LogMonitorState(
    LogTemplateMinerState Miner,
    DateTimeOffset? Start,
    DateTimeOffset Interval,
    IReadOnlyList<LogRateState> Rates,
    IReadOnlyList<long> Fresh,
    IReadOnlyList<long> Drifted,
    string? Deployment,
    DateTimeOffset? DeployedAt);
