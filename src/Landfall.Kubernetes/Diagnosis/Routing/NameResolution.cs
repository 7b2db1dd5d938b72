using System.Text.RegularExpressions;
using k8s.Models;

namespace Landfall.Kubernetes.Diagnosis.Routing;

/// <summary>Workloads that cannot resolve the name of a service that exists: their own name service, or the cluster's.</summary>
internal sealed partial class NameResolution : IAnalyzer
{
    /// <summary>Whether a line complains that a name could not be resolved, in the words of common runtimes.</summary>
    public static bool IsComplaint(string line) => Complaint().IsMatch(line);

    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        var services = cluster.Snapshot.Services.Select(service => service.Metadata.Name).ToList();
        foreach (var workload in cluster.Workloads)
        {
            var pod = workload.PodSpec;
            var line = LastComplaint(cluster.LogsOf(workload), services);
            var own = Own(pod);
            if (line is null && own is null)
                continue;
            yield return new Finding(
                Cause.NameResolution,
                workload.Object,
                own is null ? $"{workload.Name} could not resolve the name of a service that exists." : $"{workload.Name} does not ask the cluster's name service: {own}.",
                own is null ? Certainty.Unexplained : line is null ? Certainty.Likely : Certainty.Stated,
                [.. own is null ? Array.Empty<string>() : [$"{workload.Reference}: {own}"], .. line is null ? Array.Empty<string>() : [$"log of {workload.Name}: {line}"]],
                new Remedy(own is null ? "Look at CoreDNS and at network policies for port 53." : "Take dnsPolicy and dnsConfig away.", own is null ? "kubectl get pods -n kube-system -l k8s-app=kube-dns" : $"kubectl edit {workload.Reference}"));
        }
    }

    // Where services start together some are asked for before they are there: what counts is a complaint that has not ended.
    private static string? LastComplaint(IReadOnlyList<string> lines, IReadOnlyList<string> services)
    {
        for (var i = lines.Count - 1; i >= lines.Count / 2; i--)
        {
            if (IsComplaint(lines[i]) && services.Any(name => lines[i].Contains(name, StringComparison.Ordinal)))
                return lines[i];
        }
        return null;
    }

    // ClusterFirst is what every pod has unless it says otherwise; only a pod in the node's network is asked to say more.
    private static string? Own(V1PodSpec pod) => pod.DnsPolicy switch
    {
        "None" => $"dnsPolicy None with {string.Join(", ", pod.DnsConfig?.Nameservers ?? [])}",
        "Default" when pod.HostNetwork != true => "dnsPolicy Default, which is the node's own",
        _ => null,
    };

    [GeneratedRegex(@"no such host|Temporary failure in name resolution|Name or service not known|UnknownHostException|EAI_AGAIN|ENOTFOUND|could not resolve host|Name does not resolve|DNS resolution failed|lookup \S+( on \S+)?: ", RegexOptions.IgnoreCase)]
    private static partial Regex Complaint();
}
