namespace Landfall.Kubernetes.Diagnosis.Scheduling;

/// <summary>Why a pod cannot be on a node, in the order in which a person would put it right: what the pod asks for, then the node's state, then its room.</summary>
internal enum Blocker
{
    None,
    NodeSelector,
    NodeAffinity,
    Cordon,
    Taint,
    Cpu,
    Memory,
    OtherResource,
    HostPort,
    AntiAffinity,
    PodAffinity,
    Spread,
    VolumeZone,
}
