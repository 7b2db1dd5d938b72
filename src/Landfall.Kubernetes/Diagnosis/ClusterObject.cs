namespace Landfall.Kubernetes.Diagnosis;

/// <summary>What a finding is about.</summary>
/// <param name="Kind"><c>app</c> for a workload, whatever keeps its pods running; else <c>node</c> or <c>namespace</c>.</param>
/// <param name="Name">Its name.</param>
internal readonly record struct ClusterObject(string Kind, string Name)
{
    public static ClusterObject App(string name) => new("app", name);

    public static ClusterObject Node(string name) => new("node", name);

    public static ClusterObject Space(string name) => new("namespace", name);

    public override string ToString() => $"{Kind}/{Name}";
}
