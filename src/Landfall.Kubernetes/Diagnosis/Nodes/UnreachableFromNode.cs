namespace Landfall.Kubernetes.Diagnosis.Nodes;

/// <summary>A node from which no service is reached while others reach them: what translates services' addresses there does not work.</summary>
internal sealed class UnreachableFromNode : IAnalyzer
{
    // One failed attempt can be the service's own fault; of this many on one node alone it is not.
    private const int Fewest = 3;

    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        var attempts = cluster.Snapshot.Connections.Where(attempt => attempt.FromNode is not null).ToList();
        var reachable = attempts.Where(attempt => attempt.Succeeded).Select(attempt => attempt.Service).ToHashSet();
        foreach (var node in attempts.Where(attempt => reachable.Contains(attempt.Service)).GroupBy(attempt => attempt.FromNode!))
        {
            var failed = node.Where(attempt => !attempt.Succeeded).Select(attempt => attempt.Service).Distinct().ToList();
            if (failed.Count < Fewest || failed.Count * 2 < node.Select(attempt => attempt.Service).Distinct().Count())
                continue;
            var runs = cluster.Snapshot.NodeServices.Any(service => service.Node == node.Key && service is { Name: "kube-proxy", IsActive: true });
            yield return new Finding(
                runs ? Cause.NodeLoss : Cause.KubeProxy,
                ClusterObject.Node(node.Key),
                $"From {node.Key} no connection to {failed.Count} services comes about, from other nodes it does.",
                Certainty.Likely,
                [.. failed.Select(service => $"{service}: fails from {node.Key}, succeeds from elsewhere")],
                new Remedy($"Look at kube-proxy and the network of {node.Key}.", $"kubectl get pods -n kube-system -o wide --field-selector spec.nodeName={node.Key}"))
            {
                RuledOut = ["The services themselves: other nodes reach them"],
            };
        }
    }
}
