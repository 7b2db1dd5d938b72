using Landfall.Operations.Security.Trees;

namespace Landfall.Operations.Security.Manifests.Rules;

/// <summary>Pods change settings of the node's kernel.</summary>
internal sealed class UnsafeSysctl() : PodRule(new(
    "k8s-unsafe-sysctl", "Pods change settings of the node's kernel", Severity.High, "Pod Security Standards, Baseline",
    "They hold for the whole node, or can starve it.",
    "Leave out of 'sysctls' what is not on Kubernetes' list of safe ones."))
{
    // https://kubernetes.io/docs/concepts/security/pod-security-standards/
    private static readonly HashSet<string> Safe = new(StringComparer.Ordinal)
    {
        "kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.ip_unprivileged_port_start", "net.ipv4.tcp_syncookies", "net.ipv4.ping_group_range",
        "net.ipv4.ip_local_reserved_ports", "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_fin_timeout", "net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes", "net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem",
    };

    /// <inheritdoc />
    protected override IEnumerable<Spot> Check(PodTemplate pod) =>
        pod.Spec.ListAt("securityContext.sysctls").Where(one => one.TextAt("name") is { } name && !Safe.Contains(name))
            .Select(one => new Spot(one.Mark.Line, $"{pod.Owner.Label}/sysctls/{one.TextAt("name")}"));
}
