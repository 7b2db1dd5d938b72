namespace Landfall.Kubernetes.Diagnosis;

/// <summary>Looks for one kind of fault in a cluster.</summary>
internal interface IAnalyzer
{
    IEnumerable<Finding> Analyze(Cluster cluster);
}
