using System.Text.RegularExpressions;
using k8s.Models;

namespace Landfall.Kubernetes.Diagnosis.Admission;

/// <summary>Workloads whose pods the API server does not take in: a quota, a service account that does not exist, a rule of the namespace.</summary>
internal sealed partial class RefusedPods : IAnalyzer
{
    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        foreach (var workload in cluster.Workloads.Where(workload => workload.Replicas > workload.Pods.Count(pod => pod.Status?.Phase is not ("Succeeded" or "Failed"))))
        {
            if (Refusal(cluster, workload) is { } message)
                yield return Said(cluster, workload, message);
            else if (Unsaid(cluster, workload) is { } finding)
                yield return finding;
        }
    }

    private static string? Refusal(Cluster cluster, Workload workload)
    {
        var created = cluster.Snapshot.Events.Where(found => found.Reason == "FailedCreate" && IsOf(workload, found.InvolvedObject));
        return created.LastOrDefault()?.Message
            ?? cluster.Snapshot.Deployments.FirstOrDefault(d => d.Metadata.Name == workload.Name)?.Status?.Conditions?.FirstOrDefault(c => c.Type == "ReplicaFailure")?.Message;
    }

    private static bool IsOf(Workload workload, V1ObjectReference about) => about.Name == workload.Name
        || (about.Kind.Equals("ReplicaSet", StringComparison.OrdinalIgnoreCase) && about.Name.LastIndexOf('-') is > 0 and var at && about.Name[..at] == workload.Name);

    private static Finding Said(Cluster cluster, Workload workload, string message)
    {
        string[] evidence = [$"{workload.Reference}: {message}"];
        if (QuotaMessage.Read(message) is { } quota)
            return OfQuota(cluster, workload, quota, Certainty.Stated, evidence);
        if (Account().Match(message) is { Success: true } account)
            return OfAccount(workload, account.Groups[1].Value, Certainty.Stated, evidence);
        if (Hook().Match(message) is { Success: true } hook)
            return OfWebhook(workload, hook.Groups["name"].Value, hook.Groups["service"].Value, hook.Groups["space"].Value, evidence);
        var cause = message.Contains("PodSecurity", StringComparison.Ordinal) ? Cause.PodSecurity
            : message.Contains("per Container is", StringComparison.Ordinal) || message.Contains("per Pod is", StringComparison.Ordinal) ? Cause.LimitRange
            : Cause.AdmissionRefused;
        return new Finding(cause, workload.Object, $"The API server refuses the pods of {workload.Name}: {message}", Certainty.Stated, evidence,
            new Remedy("Change what it refuses, or the rule.", $"kubectl edit {workload.Reference}"));
    }

    private static Finding? Unsaid(Cluster cluster, Workload workload)
    {
        if (workload.Spec.ServiceAccountName is { Length: > 0 } account && cluster.HasRead("ServiceAccount") && cluster.Snapshot.ServiceAccounts.All(other => other.Metadata.Name != account))
            return OfAccount(workload, account, Certainty.Shown, [$"{workload.Reference}: serviceAccountName {account}", $"no ServiceAccount {account}"]);
        return ShortQuota.Of(cluster.Snapshot.Quotas, resource => QuotaNeed.Of(workload.Spec, resource)).FirstOrDefault() is { } quota
            ? OfQuota(cluster, workload, new QuotaMessage(quota.Quota, quota.Resource), Certainty.Shown, [quota.ToString(), $"{workload.Reference} has {workload.Pods.Count} of {workload.Replicas} pods"])
            : null;
    }

    private static Finding OfQuota(Cluster cluster, Workload workload, QuotaMessage quota, double confidence, IReadOnlyList<string> evidence) => new(
        QuotaCauses.Of(quota.Resource),
        ClusterObject.Space(cluster.Snapshot.Namespace ?? "default"),
        $"The quota {quota.Quota} leaves no {quota.Resource} for the pods of {workload.Name}.",
        confidence,
        evidence,
        new Remedy($"Raise {quota.Resource} of the quota {quota.Quota}, or ask for less.", $"kubectl describe resourcequota {quota.Quota}", $"kubectl edit resourcequota {quota.Quota}"));

    private static Finding OfAccount(Workload workload, string account, double confidence, IReadOnlyList<string> evidence)
    {
        var name = account.Split('/')[^1];
        return new Finding(Cause.MissingServiceAccount, workload.Object, $"{workload.Name} runs as the service account {name}, which does not exist.", confidence, evidence,
            new Remedy($"Make the service account {name}, or name another.", $"kubectl create serviceaccount {name}"));
    }

    // It is asked before anything is taken in, and where it has 'failurePolicy: Fail' its silence is a no.
    private static Finding OfWebhook(Workload workload, string hook, string service, string space, IReadOnlyList<string> evidence) => new(
        Cause.Webhook, workload.Object,
        $"The API server refuses the pods of {workload.Name}, because the admission webhook {hook} does not answer{(service.Length > 0 ? $": the service {service} in {space}" : "")}.",
        Certainty.Stated, evidence,
        service.Length > 0
            ? new Remedy($"Let the pods behind {service} run again; where they are gone for good, delete the webhook's configuration.", $"kubectl get pods,endpoints -n {space}", "kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations")
            : new Remedy("Let what it calls answer again, or delete the webhook's configuration.", "kubectl get validatingwebhookconfigurations,mutatingwebhookconfigurations"));

    [GeneratedRegex("failed calling webhook \"(?<name>[^\"]+)\"(?:.*?https://(?<service>[a-z0-9-]+)\\.(?<space>[a-z0-9-]+)\\.svc)?", RegexOptions.Singleline)]
    private static partial Regex Hook();

    [GeneratedRegex("serviceaccount \"([^\"]+)\" not found")]
    private static partial Regex Account();
}
