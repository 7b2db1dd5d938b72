namespace Landfall.Config.Plan;

/// <summary>What the tasks of a service that runs containers are made of, besides the image.</summary>
public sealed record TaskPlan
{
    /// <summary>The command in place of the image's own, or empty.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>CPU units of the task, 1024 to a vCPU; with <see cref="Memory"/> one of Fargate's pairs.</summary>
    public required int Cpu { get; init; }

    /// <summary>Memory of the task in MiB.</summary>
    public required int Memory { get; init; }

    /// <summary>The processor architecture.</summary>
    public required CpuArchitecture Architecture { get; init; }

    /// <summary>Plain environment variables.</summary>
    public required IReadOnlyDictionary<string, string> Env { get; init; }

    /// <summary>Command of the container health check, or null for none.</summary>
    public required ContainerHealthPlan? ContainerHealth { get; init; }

    /// <summary>How long logs are kept, in days: one of CloudWatch's steps.</summary>
    public required int LogDays { get; init; }

    /// <summary>True to allow ECS Exec into running tasks.</summary>
    public required bool Exec { get; init; }

    /// <summary>True when the container's root file system is read-only.</summary>
    public required bool ReadOnlyRoot { get; init; }

    /// <summary>Paths that are writable in spite of <see cref="ReadOnlyRoot"/>, besides <c>/tmp</c>.</summary>
    public required IReadOnlyList<string> WritablePaths { get; init; }

    /// <summary>Time that a container has to end its work, 2 s to 2 min.</summary>
    public required TimeSpan StopTimeout { get; init; }

    /// <summary>The user the container runs as, or null for the image's own.</summary>
    public required string? User { get; init; }

    /// <summary>Share of tasks on Fargate Spot, 0 to 100 percent.</summary>
    public required int SpotPercent { get; init; }

    /// <summary>Containers beside the main one.</summary>
    public required IReadOnlyList<SidecarPlan> Sidecars { get; init; }

    /// <summary>How it takes part in the environment's telemetry, or null.</summary>
    public required ServiceTelemetryPlan? Telemetry { get; init; }

    /// <summary>Mounted file systems.</summary>
    public required IReadOnlyList<VolumePlan> Volumes { get; init; }
}
