using Landfall.Config.Plan;

namespace Landfall.Config.Telemetry;

/// <summary>
/// ECS's check of a collector: its image has no shell, but a program for this (aws-otel-collector, cmd/healthcheck).
/// </summary>
internal static class CollectorHealth
{
    /// <summary>The port that the program asks; containers of a task share their ports.</summary>
    public const int Port = 13133;

    /// <summary>The check.</summary>
    public static ContainerHealthPlan Check { get; } =
        new("/healthcheck", TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(5), 3, TimeSpan.FromSeconds(15)) { Shell = false };
}
