using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>A container is given a capability that reaches beyond it.</summary>
internal sealed class DangerousCapability() : ContainerRule(new(
    "k8s-dangerous-capability", "A container has a capability that reaches beyond it", Severity.High, "CIS Kubernetes 5.2.9",
    "With it a program can load modules, mount the node's disks, look into other processes or answer in another's place.",
    "Remove it from 'capabilities.add'."))
{
    private static readonly HashSet<string> Dangerous = new(StringComparer.OrdinalIgnoreCase)
    {
        "ALL", "SYS_ADMIN", "SYS_MODULE", "SYS_PTRACE", "SYS_RAWIO", "SYS_BOOT", "SYS_TIME", "NET_ADMIN", "NET_RAW", "DAC_READ_SEARCH", "DAC_OVERRIDE", "BPF", "PERFMON", "MAC_ADMIN", "MAC_OVERRIDE",
        "SYSLOG", "SETPCAP", "MKNOD", "LINUX_IMMUTABLE", "AUDIT_CONTROL",
    };

    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(Container container)
    {
        List<string> added = [.. container.Body.TextsAt("securityContext.capabilities.add").Where(name => Dangerous.Contains(name.StartsWith("CAP_", StringComparison.OrdinalIgnoreCase) ? name[4..] : name))];
        return added.Count == 0 ? [] : [container.At("securityContext.capabilities.add", $"{string.Join(", ", added)}: {Facts.Reason}")];
    }
}
