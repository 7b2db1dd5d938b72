using System.Globalization;
using System.Text.RegularExpressions;

namespace Landfall.Kubernetes.Diagnosis.Scheduling;

/// <summary>
/// Reads why the scheduler found no node: <c>0/4 nodes are available: 1 node(s) were unschedulable, 3 Insufficient cpu. preemption: …</c>.
/// The words are those of its plugins (kubernetes/kubernetes, pkg/scheduler/framework/plugins).
/// </summary>
internal static partial class SchedulerMessage
{
    private static readonly (string Words, Blocker Blocker)[] Reasons =
    [
        ("Insufficient cpu", Blocker.Cpu),
        ("Insufficient memory", Blocker.Memory),
        ("Insufficient ", Blocker.OtherResource),
        ("Too many pods", Blocker.OtherResource),
        ("were unschedulable", Blocker.Cordon),
        ("node affinity/selector", Blocker.NodeAffinity),
        ("didn't match node selector", Blocker.NodeSelector),
        ("untolerated taint", Blocker.Taint),
        ("had taint", Blocker.Taint),
        ("anti-affinity", Blocker.AntiAffinity),
        ("pod affinity rules", Blocker.PodAffinity),
        ("topology spread", Blocker.Spread),
        ("free ports", Blocker.HostPort),
        ("volume node affinity conflict", Blocker.VolumeZone),
    ];

    /// <returns>How many nodes each reason takes away.</returns>
    public static IReadOnlyDictionary<Blocker, int> Read(string message)
    {
        var counts = new Dictionary<Blocker, int>();
        var own = message.Split("preemption:")[0];
        foreach (Match reason in Reason().Matches(own))
        {
            if (Reasons.FirstOrDefault(known => reason.Groups[2].Value.Contains(known.Words, StringComparison.Ordinal)) is { Words: not null } known)
                counts[known.Blocker] = counts.GetValueOrDefault(known.Blocker) + int.Parse(reason.Groups[1].Value, CultureInfo.InvariantCulture);
        }
        return counts;
    }

    /// <summary>Whether the scheduler waits for a volume: what is wrong then is the claim, not the nodes.</summary>
    public static bool IsAboutClaims(string message) => message.Contains("PersistentVolumeClaim", StringComparison.OrdinalIgnoreCase)
        || message.Contains("available persistent volumes to bind", StringComparison.Ordinal);

    [GeneratedRegex(@"(\d+) ((?:node\(s\) |Insufficient |Too many )(?:[^,.{]|\{[^}]*\}|(?<=\w)[.](?=\w))*)")]
    private static partial Regex Reason();
}
