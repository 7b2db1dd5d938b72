namespace Landfall.Kubernetes.Diagnosis;

/// <summary>How much of what fails a finding would explain: of two that are as sure, the one on which more depends goes first.</summary>
internal static class Reach
{
    public static int Of(Finding finding, Cluster cluster)
    {
        if (finding.Object.Kind != "app")
            return cluster.Workloads.Count; // a node or a namespace is under all of them
        var seen = new HashSet<string> { finding.Object.Name };
        var open = new Queue<string>(seen);
        while (open.TryDequeue(out var name))
        {
            foreach (var client in cluster.ClientsOf(name).Where(client => seen.Add(client.Name)))
                open.Enqueue(client.Name);
        }
        return seen.Count + (cluster.Named(finding.Object.Name)?.IsAiling == true ? 1 : 0);
    }
}
