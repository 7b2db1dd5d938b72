using k8s.Models;
using Landfall.Kubernetes.Diagnosis.Scheduling;
using Landfall.Kubernetes.Snapshots;

namespace Landfall.Kubernetes.Tests.Diagnosis;

/// <summary>A cluster in which nothing is wrong: three workloads on two workers, services before them, a volume below the store.</summary>
internal sealed class HealthyCluster
{
    public HealthyCluster(Clothing clothing)
    {
        Clothing = clothing;
        Nodes = [.. clothing.Nodes.Select((name, at) => Node(name, isControlPlane: at == 0))];
        Add(clothing.Front, clothing.Port, clothing.Nodes[1], new V1EnvVar { Name = "BACKEND_ADDR", Value = $"{clothing.Middle}:{clothing.Port}" });
        Add(clothing.Middle, clothing.Port, clothing.Nodes[2], new V1EnvVar { Name = "DB_HOST", Value = clothing.Store }, new V1EnvVar { Name = "DB_PORT", Value = "3306" });
        Add(clothing.Store, 3306, clothing.Nodes[1]);
        foreach (var store in new[] { Deployment(clothing.Store).Spec.Template.Spec, Pod(clothing.Store).Spec })
        {
            store.Volumes = [new V1Volume { Name = "data", PersistentVolumeClaim = new V1PersistentVolumeClaimVolumeSource { ClaimName = "store-data" } }];
            store.Containers[0].VolumeMounts = [new V1VolumeMount { Name = "data", MountPath = "/var/lib/mysql" }];
        }
        Claim = new V1PersistentVolumeClaim
        {
            Metadata = Meta("store-data"),
            Spec = new V1PersistentVolumeClaimSpec { StorageClassName = "manual", AccessModes = ["ReadWriteOnce"], VolumeName = "store-volume", Resources = new V1VolumeResourceRequirements { Requests = Amounts(("storage", "5Gi")) } },
            Status = new V1PersistentVolumeClaimStatus { Phase = "Bound" },
        };
        Volume = new V1PersistentVolume
        {
            Metadata = new V1ObjectMeta { Name = "store-volume", Labels = new Dictionary<string, string> { ["tier"] = "fast" } },
            Spec = new V1PersistentVolumeSpec { StorageClassName = "manual", AccessModes = ["ReadWriteOnce"], Capacity = Amounts(("storage", "10Gi")), ClaimRef = new V1ObjectReference { NamespaceProperty = clothing.Space, Name = "store-data" } },
            Status = new V1PersistentVolumeStatus { Phase = "Bound" },
        };
    }

    public Clothing Clothing { get; }

    public List<V1Node> Nodes { get; }

    public List<V1Deployment> Deployments { get; } = [];

    public List<V1Pod> Pods { get; } = [];

    public List<V1Service> Services { get; } = [];

    public List<V1Job> Jobs { get; } = [];

    public List<V1CronJob> CronJobs { get; } = [];

    public List<V2HorizontalPodAutoscaler> Autoscalers { get; } = [];

    public List<V1PodDisruptionBudget> DisruptionBudgets { get; } = [];

    public List<V1NetworkPolicy> NetworkPolicies { get; } = [];

    public List<Corev1Event> Events { get; } = [];

    public List<V1ResourceQuota> Quotas { get; } = [];

    public List<V1ConfigMap> ConfigMaps { get; } = [];

    public List<ServiceAlert> Alerts { get; } = [];

    public List<NodeService> NodeServices { get; } = [];

    public List<ConnectionAttempt> Connections { get; } = [];

    public Dictionary<string, IReadOnlyList<string>> Logs { get; } = [];

    public List<k8s.IKubernetesObject<V1ObjectMeta>> Applied { get; } = [];

    public V1PersistentVolumeClaim Claim { get; }

    public V1PersistentVolume Volume { get; }

    public List<V1ServiceAccount> ServiceAccounts { get; } = [];

    public V1Deployment Deployment(string name) => Deployments.Single(deployment => deployment.Metadata.Name == name);

    public V1Pod Pod(string name) => Pods.Single(pod => pod.Metadata.Name == $"{name}-5d9c7b-abcde");

    public V1Service Service(string name) => Services.Single(service => service.Metadata.Name == name);

    /// <summary>The container of a workload, in its pod and in its template.</summary>
    public IEnumerable<V1Container> Containers(string name) => [Deployment(name).Spec.Template.Spec.Containers[0], Pod(name).Spec.Containers[0]];

    public void Say(string kind, string name, string reason, string message, string type = "Warning") =>
        Events.Add(new Corev1Event { Type = type, Reason = reason, Message = message, InvolvedObject = new V1ObjectReference { Kind = kind, Name = name, NamespaceProperty = Clothing.Space } });

    public void Say(string workload, string reason, string message) => Say("Pod", Pod(workload).Metadata.Name, reason, message);

    /// <summary>The pod has no node, and the scheduler said why.</summary>
    public void Unplace(string workload, string message)
    {
        var pod = Pod(workload);
        pod.Spec.NodeName = null;
        pod.Status = new V1PodStatus { Phase = "Pending", Conditions = [new V1PodCondition { Type = "PodScheduled", Status = "False" }] };
        Say(workload, "FailedScheduling", message);
    }

    /// <summary>The container waits, and does not run.</summary>
    public void Wait(string workload, string reason, string? message = null)
    {
        var status = Pod(workload).Status.ContainerStatuses[0];
        status.Ready = false;
        status.State = new V1ContainerState { Waiting = new V1ContainerStateWaiting { Reason = reason, Message = message } };
    }

    /// <summary>The container ended and is started again.</summary>
    public void Crash(string workload, int exitCode, string reason = "Error")
    {
        Wait(workload, "CrashLoopBackOff");
        var status = Pod(workload).Status.ContainerStatuses[0];
        status.RestartCount = 4;
        status.LastState = new V1ContainerState { Terminated = new V1ContainerStateTerminated { ExitCode = exitCode, Reason = reason } };
    }

    /// <summary>The container runs and is not ready.</summary>
    public void Unready(string workload, int restarts = 0)
    {
        Pod(workload).Status.ContainerStatuses[0].Ready = false;
        Pod(workload).Status.ContainerStatuses[0].RestartCount = restarts;
    }

    public ClusterSnapshot Snapshot() => new()
    {
        Namespace = Clothing.Space,
        KindsRead = new HashSet<string> { "Pod", "Deployment", "Service", "Secret", "ConfigMap", "ServiceAccount", "PersistentVolumeClaim", "PersistentVolume", "StorageClass", "ResourceQuota", "Node" },
        Nodes = Nodes,
        Deployments = Deployments,
        Pods = Pods,
        Requested = NodeFit.GivenAway(new ClusterSnapshot { Pods = Pods }),
        Services = Services,
        Jobs = Jobs,
        CronJobs = CronJobs,
        Autoscalers = Autoscalers,
        DisruptionBudgets = DisruptionBudgets,
        NetworkPolicies = NetworkPolicies,
        Events = Events,
        Quotas = Quotas,
        ConfigMaps = ConfigMaps,
        Claims = [Claim],
        Volumes = [Volume],
        StorageClasses = [new V1StorageClass { Metadata = new V1ObjectMeta { Name = "manual" } }],
        ServiceAccounts = ServiceAccounts,
        Alerts = Alerts,
        NodeServices = NodeServices,
        Connections = Connections,
        Logs = Logs,
        Applied = Applied,
    };

    public static Dictionary<string, ResourceQuantity> Amounts(params (string Name, string Value)[] amounts) => amounts.ToDictionary(amount => amount.Name, amount => new ResourceQuantity(amount.Value));

    public V1Probe Probe(int port, string? kind = null) => (kind ?? Clothing.Probe) switch
    {
        "grpc" => new V1Probe { Grpc = new V1GRPCAction { Port = port }, PeriodSeconds = 10, FailureThreshold = 3 },
        "http" => new V1Probe { HttpGet = new V1HTTPGetAction { Port = port, Path = "/healthz" }, PeriodSeconds = 10, FailureThreshold = 3 },
        _ => new V1Probe { TcpSocket = new V1TCPSocketAction { Port = port }, PeriodSeconds = 10, FailureThreshold = 3 },
    };

    private V1ObjectMeta Meta(string name) => new() { Name = name, NamespaceProperty = Clothing.Space };

    private void Add(string name, int port, string node, params V1EnvVar[] variables)
    {
        var labels = new Dictionary<string, string> { [Clothing.Label] = name };
        V1PodSpec Spec() => new()
        {
            ServiceAccountName = name,
            Containers =
            [
                new V1Container
                {
                    Name = "main",
                    Image = $"{Clothing.Registry}/{name}:1.4.2",
                    Ports = [new V1ContainerPort { ContainerPort = port, Name = "main", Protocol = "TCP" }],
                    Env = [.. variables.Select(variable => new V1EnvVar { Name = variable.Name, Value = variable.Value })],
                    Resources = new V1ResourceRequirements { Requests = Amounts(("cpu", "200m"), ("memory", "256Mi")), Limits = Amounts(("cpu", "500m"), ("memory", "512Mi")) },
                    ReadinessProbe = Probe(port),
                    LivenessProbe = Probe(port),
                },
            ],
        };
        Deployments.Add(new V1Deployment
        {
            Metadata = Meta(name),
            Spec = new V1DeploymentSpec { Replicas = 1, Selector = new V1LabelSelector { MatchLabels = labels }, Template = new V1PodTemplateSpec { Metadata = new V1ObjectMeta { Labels = new Dictionary<string, string>(labels) }, Spec = Spec() } },
        });
        var metadata = Meta($"{name}-5d9c7b-abcde");
        metadata.Labels = new Dictionary<string, string>(labels);
        metadata.OwnerReferences = [new V1OwnerReference { Kind = "ReplicaSet", Name = $"{name}-5d9c7b", Controller = true }];
        Pods.Add(new V1Pod
        {
            Metadata = metadata,
            Spec = Spec(),
            Status = new V1PodStatus
            {
                Phase = "Running",
                ContainerStatuses = [new V1ContainerStatus { Name = "main", Image = $"{Clothing.Registry}/{name}:1.4.2", Ready = true, State = new V1ContainerState { Running = new V1ContainerStateRunning() }, LastState = new V1ContainerState() }],
            },
        });
        Pods[^1].Spec.NodeName = node;
        Services.Add(new V1Service
        {
            Metadata = Meta(name),
            Spec = new V1ServiceSpec { Type = "ClusterIP", Selector = new Dictionary<string, string>(labels), Ports = [new V1ServicePort { Port = port, TargetPort = port, Protocol = "TCP" }] },
        });
        ServiceAccounts.Add(new V1ServiceAccount { Metadata = Meta(name) });
    }

    private static V1Node Node(string name, bool isControlPlane) => new()
    {
        Metadata = new V1ObjectMeta { Name = name, Labels = isControlPlane ? new Dictionary<string, string> { ["node-role.kubernetes.io/control-plane"] = "" } : new Dictionary<string, string> { ["pool"] = "general" } },
        Spec = new V1NodeSpec { Taints = isControlPlane ? [new V1Taint { Key = "node-role.kubernetes.io/control-plane", Effect = "NoSchedule" }] : [] },
        Status = new V1NodeStatus { Allocatable = Amounts(("cpu", "4"), ("memory", "16Gi")), Conditions = [new V1NodeCondition { Type = "Ready", Status = "True", Message = "kubelet is posting ready status" }] },
    };
}
