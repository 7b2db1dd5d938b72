using Landfall.Operations.Doctor.Checks;

namespace Landfall.Operations.Doctor;

/// <summary>The checks of an account, in the order in which they are shown.</summary>
internal static class DoctorChecks
{
    /// <summary>The checks.</summary>
    public static IReadOnlyList<IDoctorCheck> All { get; } =
    [
        new Bootstrap(),
        new RegistryImages(),
        new FargateQuota(),
        new FreeAddresses(),
        new EngineVersions(),
        new Certificates(),
        new Delegation(),
    ];
}
