namespace Landfall.Config.Plan;

/// <summary>What every service that runs containers on Fargate has.</summary>
public abstract record ContainerServicePlan : ServicePlan
{
    /// <summary>The image of the main container.</summary>
    public required ImagePlan Image { get; init; }

    /// <summary>The command in place of the image's own, or empty.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>CPU units of the task, 1024 to a vCPU; with <see cref="Memory"/> one of Fargate's pairs.</summary>
    public int Cpu { get; init; } = 256;

    /// <summary>Memory of the task in MiB.</summary>
    public int Memory { get; init; } = 512;

    /// <summary>The processor architecture.</summary>
    public CpuArchitecture Architecture { get; init; } = CpuArchitecture.Arm64;

    /// <summary>Plain environment variables.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new SortedDictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Command of the container health check, or null for none.</summary>
    public ContainerHealthPlan? ContainerHealth { get; init; }

    /// <summary>How long logs are kept, in days: one of CloudWatch's steps.</summary>
    public int LogDays { get; init; } = 30;

    /// <summary>True to allow ECS Exec into running tasks.</summary>
    public bool Exec { get; init; }

    /// <summary>True when the container's root file system is read-only.</summary>
    public bool ReadOnlyRoot { get; init; } = true;

    /// <summary>The user the container runs as, or null for the image's own.</summary>
    public string? User { get; init; }

    /// <summary>Share of tasks on Fargate Spot, 0 to 100 percent.</summary>
    public int SpotPercent { get; init; }

    /// <summary>Containers beside the main one.</summary>
    public IReadOnlyList<SidecarPlan> Sidecars { get; init; } = [];

    /// <summary>Mounted file systems.</summary>
    public IReadOnlyList<VolumePlan> Volumes { get; init; } = [];
}
