using k8s.Models;

namespace Landfall.Kubernetes.Kubectl;

/// <summary>Reads descriptions of claims, volumes and quotas.</summary>
internal static class DescribedStorage
{
    /// <summary>Reads <c>kubectl describe persistentvolumeclaim</c>, which does not show what is requested until it is bound.</summary>
    public static V1PersistentVolumeClaim Claim(DescribedEntry described) => new()
    {
        Metadata = DescribedMap.Metadata(described),
        Spec = new V1PersistentVolumeClaimSpec
        {
            StorageClassName = described["StorageClass"]?.Value ?? "",
            VolumeName = described["Volume"]?.Value,
            AccessModes = [.. Modes(described["Access Modes"]?.Value)],
        },
        Status = new V1PersistentVolumeClaimStatus { Phase = described["Status"]?.Value },
    };

    /// <summary>Reads <c>kubectl describe persistentvolume</c>.</summary>
    public static V1PersistentVolume Volume(DescribedEntry described) => new()
    {
        Metadata = DescribedMap.Metadata(described),
        Spec = new V1PersistentVolumeSpec
        {
            StorageClassName = described["StorageClass"]?.Value ?? "",
            AccessModes = [.. Modes(described["Access Modes"]?.Value)],
            Capacity = described["Capacity"] is { } capacity && DescribedMap.IsAmount(capacity.Value)
                ? new Dictionary<string, ResourceQuantity> { ["storage"] = new(capacity.Value) }
                : null,
            ClaimRef = described["Claim"]?.Value.Split('/', 2) is [var space, var name]
                ? new V1ObjectReference { NamespaceProperty = space, Name = name }
                : null,
        },
        Status = new V1PersistentVolumeStatus { Phase = described["Status"]?.Value },
    };

    /// <summary>Reads <c>kubectl describe resourcequota</c>.</summary>
    public static V1ResourceQuota Quota(DescribedEntry described)
    {
        var rows = described.Below.Select(row => row.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(row => row.Length == 3 && DescribedMap.IsAmount(row[1]) && DescribedMap.IsAmount(row[2])).ToList();
        return new V1ResourceQuota
        {
            Metadata = DescribedMap.Metadata(described),
            Spec = new V1ResourceQuotaSpec { Hard = rows.ToDictionary(row => row[0], row => new ResourceQuantity(row[2])) },
            Status = new V1ResourceQuotaStatus
            {
                Hard = rows.ToDictionary(row => row[0], row => new ResourceQuantity(row[2])),
                Used = rows.ToDictionary(row => row[0], row => new ResourceQuantity(row[1])),
            },
        };
    }

    // kubectl shortens the modes.
    private static IEnumerable<string> Modes(string? text) =>
        from mode in (text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        select mode switch { "RWO" => "ReadWriteOnce", "ROX" => "ReadOnlyMany", "RWX" => "ReadWriteMany", "RWOP" => "ReadWriteOncePod", _ => mode };
}
