namespace Landfall.Config.Plan;

/// <summary>Fargate's processor architectures.</summary>
public enum CpuArchitecture
{
    /// <summary>AWS Graviton.</summary>
    Arm64,

    /// <summary>x86-64.</summary>
    X86,
}
