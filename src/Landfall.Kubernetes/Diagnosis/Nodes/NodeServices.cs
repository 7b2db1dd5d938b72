namespace Landfall.Kubernetes.Diagnosis.Nodes;

/// <summary>Programs of a node that its service manager says do not run.</summary>
internal sealed class NodeServices : IAnalyzer
{
    public IEnumerable<Finding> Analyze(Cluster cluster) =>
        from service in cluster.Snapshot.NodeServices
        where !service.IsActive
        select new Finding(
            CauseOf(service.Name),
            ClusterObject.Node(service.Node),
            $"{service.Name} does not run on {service.Node}: {service.State}.",
            Certainty.Stated,
            [$"systemctl status {service.Name} on {service.Node}: {service.State}"],
            new Remedy($"Start {service.Name} on {service.Node} and read why it ended.", $"systemctl start {service.Name}", $"journalctl -u {service.Name} -n 200"));

    private static Cause CauseOf(string unit) => unit switch
    {
        "kubelet" => Cause.Kubelet,
        "kube-proxy" => Cause.KubeProxy,
        "kube-scheduler" => Cause.Scheduler,
        "containerd" or "docker" or "cri-docker" or "crio" => Cause.ContainerRuntime,
        _ => Cause.NodeComponent,
    };
}
