using k8s.Models;
using Landfall.Kubernetes.Diagnosis;
using Landfall.Kubernetes.Snapshots;

namespace Landfall.Kubernetes.Tests.Diagnosis;

/// <summary>One fault put into a healthy cluster, with what the diagnosis has to say of it.</summary>
/// <param name="Cause">The true cause.</param>
/// <param name="Object">What is at fault, by the names of the system.</param>
/// <param name="Break">Puts it in.</param>
internal sealed record Fault(Cause Cause, Func<Clothing, string> Object, Action<HealthyCluster, Clothing> Break)
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        // Scheduling
        new(Cause.CpuCapacity, Middle, (k, c) => { Request(k, c.Middle, "cpu", "9"); k.Unplace(c.Middle, "0/3 nodes are available: 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 2 Insufficient cpu. preemption: 0/3 nodes are available."); }),
        new(Cause.MemoryCapacity, Middle, (k, c) => { Request(k, c.Middle, "memory", "64Gi"); k.Unplace(c.Middle, "0/3 nodes are available: 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 2 Insufficient memory."); }),
        new(Cause.NodeSelector, Front, (k, c) => { k.Pod(c.Front).Spec.NodeSelector = new Dictionary<string, string> { ["pool"] = "gpu" }; k.Unplace(c.Front, "0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector."); }),
        new(Cause.NodeAffinity, Front, (k, c) => { k.Pod(c.Front).Spec.Affinity = Affinity("pool", "gpu"); k.Unplace(c.Front, "0/3 nodes are available: 3 node(s) didn't match Pod's node affinity/selector."); }),
        new(Cause.Cordon, Front, (k, c) => { k.Pod(c.Front).Spec.NodeSelector = new Dictionary<string, string> { ["kubernetes.io/hostname"] = c.Nodes[1] }; k.Nodes[1].Spec.Unschedulable = true; k.Unplace(c.Front, "0/3 nodes are available: 1 node(s) were unschedulable, 2 node(s) didn't match Pod's node affinity/selector."); }),
        new(Cause.Cordon, Middle, (k, c) => { k.Nodes[1].Spec.Unschedulable = k.Nodes[2].Spec.Unschedulable = true; k.Unplace(c.Middle, "0/3 nodes are available: 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 2 node(s) were unschedulable."); }),
        new(Cause.Taint, Middle, (k, c) => { Taint(k.Nodes[1]); Taint(k.Nodes[2]); k.Unplace(c.Middle, "0/3 nodes are available: 3 node(s) had untolerated taint {dedicated: batch}."); }),
        new(Cause.AntiAffinity, Middle, (k, c) => k.Unplace(c.Middle, "0/3 nodes are available: 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 2 node(s) didn't match pod anti-affinity rules.")),
        new(Cause.Spread, Middle, (k, c) => k.Unplace(c.Middle, "0/3 nodes are available: 1 node(s) had untolerated taint {node-role.kubernetes.io/control-plane: }, 2 node(s) didn't match pod topology spread constraints.")),
        new(Cause.VolumeClass, Store, (k, c) => { k.Claim.Spec.StorageClassName = "quick"; Unbind(k, c); }),
        new(Cause.AccessMode, Store, (k, c) => { k.Claim.Spec.AccessModes = ["ReadWriteMany"]; Unbind(k, c); }),
        new(Cause.VolumeCapacity, Store, (k, c) => { k.Claim.Spec.Resources.Requests = HealthyCluster.Amounts(("storage", "50Gi")); Unbind(k, c); }),
        new(Cause.VolumeSelector, Store, (k, c) => { k.Claim.Spec.Selector = new V1LabelSelector { MatchLabels = new Dictionary<string, string> { ["tier"] = "slow" } }; Unbind(k, c); }),
        new(Cause.VolumeOccupied, Store, (k, c) => { Unbind(k, c); k.Volume.Spec.ClaimRef = new V1ObjectReference { NamespaceProperty = c.Space, Name = "other-data" }; k.Volume.Status.Phase = "Bound"; }),

        // Admission
        new(Cause.MissingServiceAccount, Middle, (k, c) => { k.ServiceAccounts.RemoveAll(account => account.Metadata.Name == c.Middle); Refuse(k, c.Middle, $"Error creating: pods \"{c.Middle}-5d9c7b-\" is forbidden: error looking up service account {c.Space}/{c.Middle}: serviceaccount \"{c.Middle}\" not found"); }),
        new(Cause.CpuQuota, Space, (k, c) => Refuse(k, c.Middle, Quota("cpu-quota", "requests.cpu=200m", "requests.cpu=900m", "requests.cpu=1"))),
        new(Cause.MemoryQuota, Space, (k, c) => Refuse(k, c.Middle, Quota("mem-quota", "limits.memory=512Mi", "limits.memory=1Gi", "limits.memory=1Gi"))),
        new(Cause.MemoryQuota, Space, (k, c) => { Remove(k, c.Middle); k.Quotas.Add(Full("mem", "requests.memory", "900Mi", "1Gi")); }),
        new(Cause.PodQuota, Space, (k, c) => Refuse(k, c.Middle, Quota("pods", "pods=1", "pods=2", "pods=2"))),
        new(Cause.ServiceQuota, Space, (k, c) => { k.Applied.Add(k.Service(c.Middle)); k.Services.Remove(k.Service(c.Middle)); k.Quotas.Add(Full("services", "services", "2", "2")); }),
        new(Cause.StorageQuota, Space, (k, c) => { k.Applied.Add(k.Claim); k.Unplace(c.Store, "0/3 nodes are available: persistentvolumeclaim \"store-data\" not found."); k.Claim.Metadata = new V1ObjectMeta { Name = "another" }; k.Applied[0] = new V1PersistentVolumeClaim { Metadata = new V1ObjectMeta { Name = "store-data" }, Spec = k.Claim.Spec }; k.Quotas.Add(Full("disk", "requests.storage", "8Gi", "10Gi")); }),
        new(Cause.PodSecurity, Middle, (k, c) => Refuse(k, c.Middle, "Error creating: pods \"x\" is forbidden: violates PodSecurity \"restricted:latest\": allowPrivilegeEscalation != false")),

        new(Cause.Webhook, Middle, (k, c) => Refuse(k, c.Middle, "Error creating: Internal error occurred: failed calling webhook \"pods.policy.example.com\": failed to call webhook: Post \"https://policy.guards.svc:443/pods?timeout=10s\": no endpoints available for service \"policy\"")),

        // Nodes
        new(Cause.Kubelet, c => $"node/{c.Nodes[1]}", (k, c) => { k.NodeServices.Add(new NodeService(c.Nodes[1], "kubelet", false, "inactive (dead)")); Condition(k.Nodes[1], "Unknown", "Kubelet stopped posting node status."); }),
        new(Cause.Kubelet, c => $"node/{c.Nodes[2]}", (k, _) => Condition(k.Nodes[2], "Unknown", "Kubelet stopped posting node status.")),
        new(Cause.ContainerRuntime, c => $"node/{c.Nodes[1]}", (k, _) => Condition(k.Nodes[1], "False", "container runtime is down")),
        new(Cause.KubeProxy, c => $"node/{c.Nodes[1]}", (k, c) => k.NodeServices.Add(new NodeService(c.Nodes[1], "kube-proxy", false, "failed (Result: exit-code)"))),
        new(Cause.KubeProxy, c => $"node/{c.Nodes[1]}", (k, c) => Unreachable(k, c)),
        new(Cause.NodeLoss, c => $"node/{c.Nodes[1]}", (k, c) => { k.NodeServices.Add(new NodeService(c.Nodes[1], "kube-proxy", true, "active (running)")); Unreachable(k, c); }),
        new(Cause.Scheduler, c => $"node/{c.Nodes[0]}", (k, c) => { var pod = k.Pod(c.Middle); pod.Spec.NodeName = null; pod.Status = new V1PodStatus { Phase = "Pending" }; }),

        // Starting
        new(Cause.ImageReference, Front, (k, c) => { k.Wait(c.Front, "ImagePullBackOff"); k.Say(c.Front, "Failed", $"Failed to pull image \"{c.Registry}/{c.Front}:1.4.3\": rpc error: code = NotFound desc = failed to resolve reference: {c.Registry}/{c.Front}:1.4.3: not found"); }),
        new(Cause.ImageReference, Store, (k, c) => { Image(k, c.Store, "mysql:8..4"); k.Wait(c.Store, "ErrImagePull"); k.Say(c.Store, "Failed", "Failed to pull image \"mysql:8..4\": unexpected status from HEAD request to https://mirror.example.com/v2/library/mysql/manifests/8..4: 403 Forbidden"); }),
        new(Cause.PullSecret, Front, (k, c) => { k.Pod(c.Front).Spec.ImagePullSecrets = [new V1LocalObjectReference { Name = "registry-login" }]; k.Wait(c.Front, "ErrImagePull"); k.Say(c.Front, "Failed", $"Failed to pull image \"{c.Registry}/{c.Front}:1.4.2\": failed to authorize: 401 Unauthorized"); }),
        new(Cause.RegistryName, Front, (k, c) => { k.Wait(c.Front, "ImagePullBackOff"); k.Say(c.Front, "Failed", "Failed to pull image \"registry.invalid/a:1\": failed to do request: Head \"https://registry.invalid/v2/a/manifests/1\": dial tcp: lookup registry.invalid on 10.0.0.2:53: no such host"); }),
        new(Cause.MissingSecret, Middle, (k, c) => { k.Wait(c.Middle, "CreateContainerConfigError", "secret \"db-login\" not found"); }),
        new(Cause.MissingSecret, Middle, (k, c) => { k.Wait(c.Middle, "ContainerCreating"); k.Say(c.Middle, "FailedMount", "MountVolume.SetUp failed for volume \"login\" : secret \"db-login\" not found"); }),
        new(Cause.MissingConfigMap, Middle, (k, c) => k.Wait(c.Middle, "CreateContainerConfigError", "configmap \"settings\" not found")),
        new(Cause.VolumePermission, Store, (k, c) => { k.Crash(c.Store, 1); k.Logs[c.Store] = ["starting", "mkdir: cannot create directory '/var/lib/mysql/data': Permission denied"]; }),

        // Running
        new(Cause.OutOfMemory, Middle, (k, c) => k.Crash(c.Middle, 137, "OOMKilled")),
        new(Cause.OutOfMemory, Middle, (k, c) => k.Crash(c.Middle, 137)),
        new(Cause.ZeroReplicas, Middle, (k, c) => { k.Deployment(c.Middle).Spec.Replicas = 0; k.Pods.Remove(k.Pod(c.Middle)); }),
        new(Cause.ReadinessPort, Middle, (k, c) => { foreach (var container in k.Containers(c.Middle)) container.ReadinessProbe = k.Probe(c.Port + 1); k.Unready(c.Middle); k.Say(c.Middle, "Unhealthy", $"Readiness probe failed: dial tcp 10.0.0.9:{c.Port + 1}: connect: connection refused"); }),
        new(Cause.LivenessPort, Middle, (k, c) => { foreach (var container in k.Containers(c.Middle)) container.LivenessProbe = k.Probe(c.Port + 1); k.Unready(c.Middle, 3); k.Say(c.Middle, "Unhealthy", $"Liveness probe failed: dial tcp 10.0.0.9:{c.Port + 1}: connect: connection refused"); k.Say(c.Middle, "Killing", "Container main failed liveness probe, will be restarted"); }),
        new(Cause.ReadinessProtocol, Middle, (k, c) => { foreach (var container in k.Containers(c.Middle)) container.ReadinessProbe = k.Probe(c.Port, "http"); k.Unready(c.Middle); k.Say(c.Middle, "Unhealthy", "Readiness probe failed: Get \"http://10.0.0.9/healthz\": net/http: HTTP/1.x transport connection broken: malformed HTTP response \"\\x00\\x00\""); }),
        new(Cause.LivenessProtocol, Store, (k, c) => { foreach (var container in k.Containers(c.Store)) { container.ReadinessProbe = k.Probe(3306, "tcp"); container.LivenessProbe = k.Probe(3306, "http"); } k.Unready(c.Store, 3); k.Say(c.Store, "Unhealthy", "Liveness probe failed: Get \"http://10.0.0.9:3306/\": EOF"); k.Say(c.Store, "Killing", "Container main failed liveness probe, will be restarted"); }),
        new(Cause.LivenessTiming, Middle, (k, c) => { foreach (var container in k.Containers(c.Middle)) { container.LivenessProbe.PeriodSeconds = 1; container.LivenessProbe.FailureThreshold = 1; } k.Unready(c.Middle, 5); k.Say(c.Middle, "Unhealthy", $"Liveness probe failed: dial tcp 10.0.0.9:{c.Port}: connect: connection refused"); k.Say(c.Middle, "Killing", "Container main failed liveness probe, will be restarted"); }),
        new(Cause.PortConflict, Middle, (k, c) => { foreach (var spec in new[] { k.Deployment(c.Middle).Spec.Template.Spec, k.Pod(c.Middle).Spec }) spec.Containers.Add(new V1Container { Name = "sidecar", Ports = [new V1ContainerPort { ContainerPort = c.Port, Protocol = "TCP" }] }); k.Crash(c.Middle, 1); k.Logs[c.Middle] = [$"listen tcp :{c.Port}: bind: address already in use"]; }),
        new(Cause.DatabaseCredentials, Middle, (k, c) => { k.Crash(c.Middle, 1); k.Logs[c.Middle] = ["java.sql.SQLException: Access denied for user 'app'@'10.0.0.9' (using password: YES)"]; }),
        new(Cause.DatabasePort, Middle, (k, c) => { foreach (var container in k.Containers(c.Middle)) container.Env[1].Value = "3307"; k.Crash(c.Middle, 1); k.Logs[c.Middle] = ["Communications link failure"]; }),
        new(Cause.ConnectionExhaustion, Store, (k, c) => k.Logs[c.Middle] = ["ERROR 1040 (HY000): Too many connections"]),
        new(Cause.DatabaseReadOnly, Store, (k, c) => k.Logs[c.Middle] = ["The MySQL server is running with the --read-only option so it cannot execute this statement"]),
        new(Cause.Crash, Middle, (k, c) => { k.Crash(c.Middle, 3); k.Logs[c.Middle] = ["panic: nil map"]; }),

        // Routing
        new(Cause.Selector, Middle, (k, c) => k.Service(c.Middle).Spec.Selector = new Dictionary<string, string> { [c.Label] = c.Middle + "-old" }),
        new(Cause.PortMapping, Middle, (k, c) => k.Service(c.Middle).Spec.Ports[0].TargetPort = c.Port + 5),
        new(Cause.PortMapping, Middle, (k, c) => k.Service(c.Middle).Spec.Ports[0].TargetPort = "grpc-web"),
        new(Cause.PortMapping, Middle, (k, c) => k.Service(c.Middle).Spec.Ports[0].Port = c.Port + 5),
        new(Cause.Protocol, Middle, (k, c) => k.Service(c.Middle).Spec.Ports[0].Protocol = "UDP"),
        new(Cause.AddressVariable, Front, (k, c) => Variable(k, c.Front, 0, $"{c.Middle}s:{c.Port}")),
        new(Cause.AddressVariable, Front, (k, c) => { Variable(k, c.Front, 0, $"nowhere:{c.Port}"); k.Logs[c.Front] = ["dial tcp: lookup nowhere on 10.96.0.10:53: no such host"]; }),
        new(Cause.NameResolution, Front, (k, c) => { k.Pod(c.Front).Spec.DnsPolicy = "None"; k.Pod(c.Front).Spec.DnsConfig = new V1PodDNSConfig { Nameservers = ["192.0.2.1"] }; k.Logs[c.Front] = [$"lookup {c.Middle}: i/o timeout"]; }),
        new(Cause.Misroute, Front, (k, c) => Routes(k, c, $"location /api/ {{ proxy_pass http://{c.Middle}:{c.Port + 1}; }}")),
        new(Cause.Misroute, Front, (k, c) => Routes(k, c, $"location /{c.Middle}/ {{ proxy_pass http://{c.Store}; }}")),

        new(Cause.NetworkPolicy, Middle, (k, c) => { k.NetworkPolicies.Add(Policy(c, c.Middle, "Ingress", new V1NetworkPolicyPeer { PodSelector = Selector(c, "somebody") })); k.Logs[c.Front] = [$"dial {c.Middle}: i/o timeout"]; }),
        new(Cause.NetworkPolicy, Front, (k, c) => { k.NetworkPolicies.Add(Policy(c, c.Front, "Egress", new V1NetworkPolicyPeer { PodSelector = Selector(c, c.Store) })); k.Logs[c.Front] = [$"dial {c.Middle}: connection timed out"]; }),

        // Scaling
        new(Cause.AutoscalerTarget, c => $"app/{c.Middle}-v2", (k, c) => k.Autoscalers.Add(Autoscaler($"{c.Middle}-v2", ("AbleToScale", "False", "FailedGetScale")))),
        new(Cause.AutoscalerMetrics, Middle, (k, c) => k.Autoscalers.Add(Autoscaler(c.Middle, ("ScalingActive", "False", "FailedGetResourceMetric")))),
        new(Cause.AutoscalerMetrics, Middle, (k, c) => { foreach (var container in k.Containers(c.Middle)) container.Resources = null; k.Autoscalers.Add(Autoscaler(c.Middle, ("ScalingActive", "False", "FailedGetResourceMetric"))); }),
        new(Cause.AutoscalerLimit, Middle, (k, c) => k.Autoscalers.Add(Autoscaler(c.Middle, ("ScalingLimited", "True", "TooManyReplicas")))),
        new(Cause.DisruptionBudget, Middle, (k, c) => k.DisruptionBudgets.Add(Budget(c, new V1PodDisruptionBudgetSpec { MinAvailable = "100%" }))),
        new(Cause.DisruptionBudget, Middle, (k, c) => k.DisruptionBudgets.Add(Budget(c, new V1PodDisruptionBudgetSpec { MaxUnavailable = 0 }))),

        // Batch
        new(Cause.JobFailed, c => $"app/{c.Front}-report", (k, c) => k.Jobs.Add(Job($"{c.Front}-report", "DeadlineExceeded"))),
        new(Cause.JobFailed, c => $"app/{c.Front}-report", (k, c) => k.Jobs.Add(Job($"{c.Front}-report", "BackoffLimitExceeded"))),
        new(Cause.CronJobSuspended, c => $"app/{c.Front}-nightly", (k, c) => k.CronJobs.Add(new V1CronJob { Metadata = new V1ObjectMeta { Name = $"{c.Front}-nightly" }, Spec = new V1CronJobSpec { Schedule = "0 3 * * *", Suspend = true } })),
        new(Cause.CronJobMissed, c => $"app/{c.Front}-nightly", (k, c) => { k.CronJobs.Add(new V1CronJob { Metadata = new V1ObjectMeta { Name = $"{c.Front}-nightly" }, Spec = new V1CronJobSpec { Schedule = "* * * * *" } }); k.Say("CronJob", $"{c.Front}-nightly", "TooManyMissedTimes", "too many missed start times: 101. Set or decrease .spec.startingDeadlineSeconds or check clock skew"); }),

        // Performance
        new(Cause.CpuOverload, Store, (k, c) => { Alert(k, c.Front, Slow(c.Front)); Alert(k, c.Middle, Slow(c.Middle)); Alert(k, c.Store, Slow(c.Store), "RESOURCE_SATURATION [cpu_cfs] | Val: 0.97"); }),
        new(Cause.PodDelay, Middle, (k, c) => { Alert(k, c.Front, Slow(c.Front)); Alert(k, c.Middle, Slow(c.Middle)); }),
        new(Cause.NodeDelay, c => $"node/{c.Nodes[1]}", (k, c) => { Alert(k, c.Front, Slow(c.Front)); Alert(k, c.Store, Slow(c.Store)); }),
    ];

    public override string ToString() => Cause.Name;

    private static string Front(Clothing c) => $"app/{c.Front}";

    private static string Middle(Clothing c) => $"app/{c.Middle}";

    private static string Store(Clothing c) => $"app/{c.Store}";

    private static string Space(Clothing c) => $"namespace/{c.Space}";

    private static string Slow(string name) => $"LATENCY_DEGRADATION [Slow Response] | {name}-p95latency: Normal=21.5 -> Current=911.2 (+4138%)";

    private static void Alert(HealthyCluster k, string service, params string[] findings) => k.Alerts.Add(new ServiceAlert(service, findings));

    private static string Quota(string name, string requested, string used, string limited) => $"Error creating: pods \"x\" is forbidden: exceeded quota: {name}, requested: {requested}, used: {used}, limited: {limited}";

    internal static V1LabelSelector Selector(Clothing c, string name) => new() { MatchLabels = new Dictionary<string, string> { [c.Label] = name } };

    internal static V1NetworkPolicy Policy(Clothing c, string pods, string direction, V1NetworkPolicyPeer peer) => new()
    {
        Metadata = new V1ObjectMeta { Name = "fence" },
        Spec = new V1NetworkPolicySpec
        {
            PodSelector = Selector(c, pods),
            PolicyTypes = [direction],
            Ingress = direction == "Ingress" ? [new V1NetworkPolicyIngressRule { FromProperty = [peer] }] : null,
            Egress = direction == "Egress" ? [new V1NetworkPolicyEgressRule { To = [peer] }] : null,
        },
    };

    internal static V2HorizontalPodAutoscaler Autoscaler(string target, (string Type, string Status, string Reason) condition) => new()
    {
        Metadata = new V1ObjectMeta { Name = "scaler" },
        Spec = new V2HorizontalPodAutoscalerSpec
        {
            MaxReplicas = 4,
            ScaleTargetRef = new V2CrossVersionObjectReference { Kind = "Deployment", Name = target },
            Metrics = [new V2MetricSpec { Type = "Resource", Resource = new V2ResourceMetricSource { Name = "cpu", Target = new V2MetricTarget { Type = "Utilization", AverageUtilization = 70 } } }],
        },
        Status = new V2HorizontalPodAutoscalerStatus { CurrentReplicas = 4, Conditions = [new V2HorizontalPodAutoscalerCondition { Type = condition.Type, Status = condition.Status, Reason = condition.Reason, Message = "as it says" }] },
    };

    internal static V1PodDisruptionBudget Budget(Clothing c, V1PodDisruptionBudgetSpec spec)
    {
        spec.Selector = Selector(c, c.Middle);
        return new V1PodDisruptionBudget { Metadata = new V1ObjectMeta { Name = "budget" }, Spec = spec };
    }

    internal static V1Job Job(string name, string reason) => new()
    {
        Metadata = new V1ObjectMeta { Name = name },
        Spec = new V1JobSpec { ActiveDeadlineSeconds = 60 },
        Status = new V1JobStatus { Failed = 3, Conditions = [new V1JobCondition { Type = "Failed", Status = "True", Reason = reason, Message = "Job has reached the specified backoff limit" }] },
    };

    private static V1ResourceQuota Full(string name, string resource, string used, string hard) => new()
    {
        Metadata = new V1ObjectMeta { Name = name },
        Status = new V1ResourceQuotaStatus { Used = HealthyCluster.Amounts((resource, used)), Hard = HealthyCluster.Amounts((resource, hard)) },
    };

    private static void Refuse(HealthyCluster k, string workload, string message)
    {
        Remove(k, workload);
        k.Say("ReplicaSet", $"{workload}-5d9c7b", "FailedCreate", message);
    }

    private static void Remove(HealthyCluster k, string workload) => k.Pods.Remove(k.Pod(workload));

    private static void Request(HealthyCluster k, string workload, string resource, string amount)
    {
        foreach (var container in k.Containers(workload))
            container.Resources.Requests[resource] = new ResourceQuantity(amount);
    }

    private static void Image(HealthyCluster k, string workload, string image) => k.Pod(workload).Status.ContainerStatuses[0].Image = image;

    private static void Variable(HealthyCluster k, string workload, int at, string value)
    {
        foreach (var container in k.Containers(workload))
            container.Env[at].Value = value;
    }

    private static V1Affinity Affinity(string key, string value) => new()
    {
        NodeAffinity = new V1NodeAffinity
        {
            RequiredDuringSchedulingIgnoredDuringExecution = new V1NodeSelector { NodeSelectorTerms = [new V1NodeSelectorTerm { MatchExpressions = [new V1NodeSelectorRequirement { Key = key, OperatorProperty = "In", Values = [value] }] }] },
        },
    };

    private static void Taint(V1Node node) => node.Spec.Taints = [new V1Taint { Key = "dedicated", Value = "batch", Effect = "NoSchedule" }];

    private static void Unbind(HealthyCluster k, Clothing c)
    {
        k.Claim.Status.Phase = "Pending";
        k.Claim.Spec.VolumeName = null;
        k.Volume.Spec.ClaimRef = null;
        k.Volume.Status.Phase = "Available";
        k.Unplace(c.Store, "0/3 nodes are available: pod has unbound immediate PersistentVolumeClaims. preemption: 0/3 nodes are available.");
    }

    private static void Condition(V1Node node, string status, string message) => node.Status.Conditions = [new V1NodeCondition { Type = "Ready", Status = status, Message = message }];

    private static void Unreachable(HealthyCluster k, Clothing c)
    {
        foreach (var service in k.Services)
        {
            k.Connections.Add(new ConnectionAttempt(service.Metadata.Name, service.Spec.Ports[0].Port, c.Nodes[1], Succeeded: false));
            k.Connections.Add(new ConnectionAttempt(service.Metadata.Name, service.Spec.Ports[0].Port, c.Nodes[2], Succeeded: true));
        }
    }

    private static void Routes(HealthyCluster k, Clothing c, string text)
    {
        k.ConfigMaps.Add(new V1ConfigMap { Metadata = new V1ObjectMeta { Name = "routes", NamespaceProperty = c.Space }, Data = new Dictionary<string, string> { ["nginx.conf"] = text } });
        k.Deployment(c.Front).Spec.Template.Spec.Volumes = [new V1Volume { Name = "routes", ConfigMap = new V1ConfigMapVolumeSource { Name = "routes" } }];
    }
}
