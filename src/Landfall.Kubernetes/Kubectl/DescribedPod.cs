using System.Text.RegularExpressions;
using k8s.Models;

namespace Landfall.Kubernetes.Kubectl;

/// <summary>Reads <c>kubectl describe pod</c>. It leaves out affinity, pull secrets and the name service, which only the object has.</summary>
internal static partial class DescribedPod
{
    public static V1Pod Read(DescribedEntry described)
    {
        var metadata = DescribedMap.Metadata(described);
        if (described["Controlled By"]?.Value.Split('/', 2) is [var kind, var owner])
            metadata.OwnerReferences = [new V1OwnerReference { Kind = kind, Name = owner, Controller = true }];
        var containers = described["Containers"]?.Below ?? [];
        var initial = described["Init Containers"]?.Below ?? [];
        return new V1Pod
        {
            Metadata = metadata,
            Spec = new V1PodSpec
            {
                NodeName = described["Node"]?.Value.Split('/')[0] is { Length: > 0 } node ? node : null,
                ServiceAccountName = described["Service Account"]?.Value,
                NodeSelector = DescribedMap.Pairs(described["Node-Selectors"]),
                Tolerations = [.. (described["Tolerations"]?.Lines ?? []).Select(Toleration)],
                Containers = [.. containers.Select(DescribedContainer.Spec)],
                InitContainers = [.. initial.Select(DescribedContainer.Spec)],
                Volumes = [.. described["Volumes"]?.Below.Select(Volume) ?? []],
            },
            Status = new V1PodStatus
            {
                Phase = described["Status"]?.Value,
                Reason = described["Reason"]?.Value,
                Message = described["Message"]?.Value,
                PodIP = described["IP"]?.Value,
                ContainerStatuses = [.. containers.Select(DescribedContainer.Status)],
                InitContainerStatuses = [.. initial.Select(DescribedContainer.Status)],
                Conditions = [.. (described["Conditions"]?.Below ?? []).Select(row => row.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    .Where(row => row.Length >= 2 && row[0] != "Type").Select(row => new V1PodCondition { Type = row[0], Status = row[1] })],
            },
        };
    }

    private static V1Volume Volume(DescribedEntry entry)
    {
        var type = entry["Type"]?.Value ?? "";
        var volume = new V1Volume { Name = entry.Key };
        if (type.StartsWith("PersistentVolumeClaim", StringComparison.Ordinal))
            volume.PersistentVolumeClaim = new V1PersistentVolumeClaimVolumeSource { ClaimName = entry["ClaimName"]?.Value };
        else if (type.StartsWith("ConfigMap", StringComparison.Ordinal))
            volume.ConfigMap = new V1ConfigMapVolumeSource { Name = entry["Name"]?.Value, Optional = entry["Optional"]?.Value == "true" };
        else if (type.StartsWith("Secret", StringComparison.Ordinal))
            volume.Secret = new V1SecretVolumeSource { SecretName = entry["SecretName"]?.Value, Optional = entry["Optional"]?.Value == "true" };
        else if (type.StartsWith("HostPath", StringComparison.Ordinal))
            volume.HostPath = new V1HostPathVolumeSource { Path = entry["Path"]?.Value, Type = entry["HostPathType"]?.Value };
        return volume;
    }

    // 'key=value:NoSchedule', 'key:NoExecute op=Exists for 300s', 'op=Exists'
    private static V1Toleration Toleration(string text)
    {
        var read = TolerationText().Match(text);
        return new V1Toleration
        {
            Key = read.Groups["key"].Value is { Length: > 0 } key ? key : null,
            Value = read.Groups["value"].Success ? read.Groups["value"].Value : null,
            Effect = read.Groups["effect"].Success ? read.Groups["effect"].Value : null,
            OperatorProperty = text.Contains("op=Exists", StringComparison.Ordinal) || !read.Groups["value"].Success ? "Exists" : "Equal",
        };
    }

    [GeneratedRegex(@"^(?!op=)(?<key>[^\s:=]*)(?:=(?<value>[^\s:]*))?(?::(?<effect>\w+))?")]
    private static partial Regex TolerationText();
}
