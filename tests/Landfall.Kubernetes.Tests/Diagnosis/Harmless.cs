using k8s.Models;

namespace Landfall.Kubernetes.Tests.Diagnosis;

/// <summary>Something that looks like a fault and is none.</summary>
/// <param name="What">In words.</param>
/// <param name="Add">Puts it into a healthy cluster.</param>
internal sealed record Harmless(string What, Action<HealthyCluster, Clothing> Add)
{
    public static IReadOnlyList<Harmless> All { get; } =
    [
        new("a policy that lets the caller in", (k, c) => k.NetworkPolicies.Add(Fault.Policy(c, c.Middle, "Ingress", new V1NetworkPolicyPeer { PodSelector = Fault.Selector(c, c.Front) }))),
        new("a policy that lets addresses in", (k, c) => k.NetworkPolicies.Add(Fault.Policy(c, c.Middle, "Ingress", new V1NetworkPolicyPeer { IpBlock = new V1IPBlock { Cidr = "10.0.0.0/8" } }))),
        new("a policy by labels of namespaces, which nobody read", (k, c) => k.NetworkPolicies.Add(Fault.Policy(c, c.Middle, "Ingress", new V1NetworkPolicyPeer { NamespaceSelector = new V1LabelSelector { MatchLabels = new Dictionary<string, string> { ["team"] = "a" } } }))),
        new("a policy for the port that is called", (k, c) => k.NetworkPolicies.Add(OfPort(c, new V1NetworkPolicyPort { Port = c.Port }))),
        new("a policy for a range with the port", (k, c) => k.NetworkPolicies.Add(OfPort(c, new V1NetworkPolicyPort { Port = c.Port - 1, EndPort = c.Port + 1 }))),
        new("a policy of other pods", (k, c) => k.NetworkPolicies.Add(Fault.Policy(c, "somebody", "Ingress", new V1NetworkPolicyPeer { PodSelector = Fault.Selector(c, "nobody") }))),
        new("a policy for what goes out of the service that is called", (k, c) => k.NetworkPolicies.Add(Fault.Policy(c, c.Store, "Egress", new V1NetworkPolicyPeer { PodSelector = Fault.Selector(c, "nobody") }))),
        new("two policies of which one lets it through", (k, c) =>
        {
            k.NetworkPolicies.Add(Fault.Policy(c, c.Middle, "Ingress", new V1NetworkPolicyPeer { PodSelector = Fault.Selector(c, "nobody") }));
            k.NetworkPolicies.Add(Fault.Policy(c, c.Middle, "Ingress", new V1NetworkPolicyPeer { PodSelector = Fault.Selector(c, c.Front) }));
        }),
        new("a budget that lets one go", (k, c) => k.DisruptionBudgets.Add(Fault.Budget(c, new V1PodDisruptionBudgetSpec { MaxUnavailable = "10%" }))),
        new("a budget of fewer than there are", (k, c) => { k.Deployment(c.Store).Spec.Replicas = 1; k.DisruptionBudgets.Add(Fault.Budget(c, new V1PodDisruptionBudgetSpec { MinAvailable = 0 })); }),
        new("an autoscaler that scales", (k, c) => k.Autoscalers.Add(Fault.Autoscaler(c.Middle, ("ScalingActive", "True", "ValidMetricFound")))),
        new("an autoscaler that is switched off", (k, c) => k.Autoscalers.Add(Fault.Autoscaler(c.Middle, ("ScalingActive", "False", "ScalingDisabled")))),
        new("an autoscaler at its least", (k, c) => k.Autoscalers.Add(Fault.Autoscaler(c.Middle, ("ScalingLimited", "True", "TooFewReplicas")))),
        new("a run of a cron job that failed before the last one did not", (k, _) =>
        {
            k.Jobs.Add(OfCron(Fault.Job("nightly-1", "BackoffLimitExceeded"), 1));
            k.Jobs.Add(OfCron(new V1Job { Metadata = new V1ObjectMeta { Name = "nightly-2" }, Status = new V1JobStatus { Succeeded = 1, Conditions = [new V1JobCondition { Type = "Complete", Status = "True" }] } }, 2));
        }),
        new("a cron job that starts its jobs", (k, _) =>
        {
            k.CronJobs.Add(new V1CronJob { Metadata = new V1ObjectMeta { Name = "nightly" }, Spec = new V1CronJobSpec { Schedule = "0 3 * * *" } });
            k.Say("CronJob", "nightly", "SuccessfulCreate", "Created job nightly-1", "Normal");
        }),
    ];

    public override string ToString() => What;

    private static V1NetworkPolicy OfPort(Clothing c, V1NetworkPolicyPort port)
    {
        var policy = Fault.Policy(c, c.Middle, "Ingress", new V1NetworkPolicyPeer { PodSelector = Fault.Selector(c, c.Front) });
        policy.Spec.Ingress[0].Ports = [port];
        return policy;
    }

    private static V1Job OfCron(V1Job job, int day)
    {
        job.Metadata.CreationTimestamp = new DateTime(2026, 3, day, 3, 0, 0, DateTimeKind.Utc);
        job.Metadata.OwnerReferences = [new V1OwnerReference { Kind = "CronJob", Name = "nightly", Controller = true }];
        return job;
    }
}
