namespace Landfall.Kubernetes.Diagnosis;

/// <summary>A kind of cause.</summary>
/// <param name="Name">Its name, such as <c>oom_killed</c>; where CloudOpsBench (arXiv 2603.00468) has one for it, that one.</param>
/// <param name="Taxonomy">The family, such as <c>Runtime_Fault</c>.</param>
internal sealed record Cause(string Name, string Taxonomy)
{
    private const string Admission = "Admission_Fault";
    private const string Batch = "Batch_Fault";
    private const string Infrastructure = "Infrastructure_Fault";
    private const string Performance = "Performance_Fault";
    private const string Runtime = "Runtime_Fault";
    private const string Scaling = "Scaling_Fault";
    private const string Scheduling = "Scheduling_Fault";
    private const string Routing = "Service_Routing_Fault";
    private const string Startup = "Startup_Fault";

    public static readonly Cause MissingServiceAccount = new("missing_service_account", Admission);
    public static readonly Cause CpuQuota = new("namespace_cpu_quota_exceeded", Admission);
    public static readonly Cause MemoryQuota = new("namespace_memory_quota_exceeded", Admission);
    public static readonly Cause PodQuota = new("namespace_pod_quota_exceeded", Admission);
    public static readonly Cause ServiceQuota = new("namespace_service_quota_exceeded", Admission);
    public static readonly Cause StorageQuota = new("namespace_storage_quota_exceeded", Admission);
    public static readonly Cause LimitRange = new("limit_range_violated", Admission);
    public static readonly Cause PodSecurity = new("pod_security_violated", Admission);
    public static readonly Cause Webhook = new("admission_webhook_unavailable", Admission);
    public static readonly Cause AdmissionRefused = new("admission_refused", Admission);

    public static readonly Cause JobFailed = new("job_failed", Batch);
    public static readonly Cause CronJobSuspended = new("cron_job_suspended", Batch);
    public static readonly Cause CronJobMissed = new("cron_job_misses_starts", Batch);

    public static readonly Cause ContainerRuntime = new("containerd_unavailable", Infrastructure);
    public static readonly Cause KubeProxy = new("kube_proxy_unavailable", Infrastructure);
    public static readonly Cause Scheduler = new("kube_scheduler_unavailable", Infrastructure);
    public static readonly Cause Kubelet = new("kubelet_unavailable", Infrastructure);
    public static readonly Cause NodeComponent = new("node_component_unavailable", Infrastructure);
    public static readonly Cause NodeNotReady = new("node_not_ready", Infrastructure);
    public static readonly Cause NodePressure = new("node_under_pressure", Infrastructure);
    public static readonly Cause NodeDelay = new("node_network_delay", Infrastructure);
    public static readonly Cause NodeLoss = new("node_network_packet_loss", Infrastructure);

    public static readonly Cause CpuOverload = new("pod_cpu_overload", Performance);
    public static readonly Cause PodDelay = new("pod_network_delay", Performance);

    public static readonly Cause ConnectionExhaustion = new("db_connection_exhaustion", Runtime);
    public static readonly Cause DatabaseReadOnly = new("db_read_only", Runtime);
    public static readonly Cause ZeroReplicas = new("deployment_zero_replicas", Runtime);
    public static readonly Cause LivenessPort = new("liveness_probe_incorrect_port", Runtime);
    public static readonly Cause LivenessProtocol = new("liveness_probe_incorrect_protocol", Runtime);
    public static readonly Cause LivenessTiming = new("liveness_probe_incorrect_timing", Runtime);
    public static readonly Cause ReadinessPort = new("readiness_probe_incorrect_port", Runtime);
    public static readonly Cause ReadinessProtocol = new("readiness_probe_incorrect_protocol", Runtime);
    public static readonly Cause ProbeFails = new("probe_fails", Runtime);
    public static readonly Cause DatabaseCredentials = new("mysql_invalid_credentials", Runtime);
    public static readonly Cause DatabasePort = new("mysql_invalid_port", Runtime);
    public static readonly Cause OutOfMemory = new("oom_killed", Runtime);
    public static readonly Cause PortConflict = new("service_sidecar_port_conflict", Runtime);
    public static readonly Cause Crash = new("container_crashes", Runtime);
    public static readonly Cause Evicted = new("pod_evicted", Runtime);

    public static readonly Cause AutoscalerTarget = new("autoscaler_target_missing", Scaling);
    public static readonly Cause AutoscalerMetrics = new("autoscaler_without_metrics", Scaling);
    public static readonly Cause AutoscalerLimit = new("autoscaler_at_its_limit", Scaling);
    public static readonly Cause DisruptionBudget = new("disruption_budget_allows_none", Scaling);

    public static readonly Cause CpuCapacity = new("cpu_capacity_mismatch", Scheduling);
    public static readonly Cause MemoryCapacity = new("memory_capacity_mismatch", Scheduling);
    public static readonly Cause OtherCapacity = new("node_capacity_mismatch", Scheduling);
    public static readonly Cause NodeAffinity = new("node_affinity_mismatch", Scheduling);
    public static readonly Cause Cordon = new("node_cordon_mismatch", Scheduling);
    public static readonly Cause NodeSelector = new("node_selector_mismatch", Scheduling);
    public static readonly Cause AntiAffinity = new("pod_anti_affinity_conflict", Scheduling);
    public static readonly Cause PodAffinity = new("pod_affinity_mismatch", Scheduling);
    public static readonly Cause Spread = new("topology_spread_conflict", Scheduling);
    public static readonly Cause HostPort = new("host_port_conflict", Scheduling);
    public static readonly Cause Taint = new("taint_toleration_mismatch", Scheduling);
    public static readonly Cause VolumeOccupied = new("pv_binding_occupied", Scheduling);
    public static readonly Cause AccessMode = new("pvc_access_mode_mismatch", Scheduling);
    public static readonly Cause VolumeCapacity = new("pvc_capacity_mismatch", Scheduling);
    public static readonly Cause VolumeSelector = new("pvc_selector_mismatch", Scheduling);
    public static readonly Cause VolumeClass = new("pvc_storage_class_mismatch", Scheduling);
    public static readonly Cause VolumeZone = new("volume_zone_conflict", Scheduling);
    public static readonly Cause MissingClaim = new("missing_volume_claim", Scheduling);
    public static readonly Cause NoVolume = new("no_matching_volume", Scheduling);

    public static readonly Cause NetworkPolicy = new("network_policy_denies", Routing);
    public static readonly Cause Misroute = new("gateway_misroute", Routing);
    public static readonly Cause NameResolution = new("service_dns_resolution_failure", Routing);
    public static readonly Cause AddressVariable = new("service_env_var_address_mismatch", Routing);
    public static readonly Cause PortMapping = new("service_port_mapping_mismatch", Routing);
    public static readonly Cause Protocol = new("service_protocol_mismatch", Routing);
    public static readonly Cause Selector = new("service_selector_mismatch", Routing);

    public static readonly Cause RegistryName = new("image_registry_dns_failure", Startup);
    public static readonly Cause RegistryUnreachable = new("image_registry_unreachable", Startup);
    public static readonly Cause ImageReference = new("incorrect_image_reference", Startup);
    public static readonly Cause PullSecret = new("missing_image_pull_secret", Startup);
    public static readonly Cause MissingSecret = new("missing_secret_binding", Startup);
    public static readonly Cause MissingConfigMap = new("missing_config_map", Startup);
    public static readonly Cause VolumePermission = new("volume_mount_permission_denied", Startup);
}
