namespace Landfall.AIOps.Topology;

/// <summary>What a node of the topology is. It is shown to people; no ranking depends on it.</summary>
public enum NodeKind
{
    /// <summary>Nothing is known about the node beyond its name.</summary>
    Unknown,

    /// <summary>A program of the user's: a service, a worker, a job, a function.</summary>
    Service,

    /// <summary>Something that services use: a database, a queue, a bucket, a third-party API.</summary>
    Resource,

    /// <summary>A machine, a virtual machine or a Kubernetes node.</summary>
    Host,

    /// <summary>An availability zone or a data centre.</summary>
    Zone,
}
