using k8s.Models;

namespace Landfall.Kubernetes.Diagnosis.Storage;

/// <summary>Claims that find no volume: each volume is compared with the claim, and the one that fits best says what is wrong.</summary>
internal sealed class UnboundClaims : IAnalyzer
{
    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        foreach (var workload in cluster.Workloads)
        {
            var names = workload.PodSpec.Volumes?.Select(volume => volume.PersistentVolumeClaim?.ClaimName).OfType<string>() ?? [];
            foreach (var name in names.Distinct())
            {
                if (cluster.Snapshot.Claims.FirstOrDefault(other => other.Metadata.Name == name) is not { } claim)
                {
                    if (cluster.HasRead("PersistentVolumeClaim") && workload.IsAiling)
                        yield return Missing(workload, name);
                }
                else if (claim.Status?.Phase is not ("Bound" or null) && workload.IsAiling)
                {
                    yield return Unbound(cluster, workload, claim);
                }
            }
        }
    }

    private static Finding Missing(Workload workload, string claim) => new(
        Cause.MissingClaim,
        workload.Object,
        $"{workload.Name} mounts the claim {claim}, which does not exist.",
        Certainty.Shown,
        [$"{workload.Reference}: volume of claim {claim}", $"no PersistentVolumeClaim {claim}"],
        new Remedy($"Make the claim {claim}.", "kubectl get persistentvolumeclaims"));

    private static Finding Unbound(Cluster cluster, Workload workload, V1PersistentVolumeClaim claim)
    {
        var name = claim.Metadata.Name;
        var events = cluster.EventsOf("PersistentVolumeClaim", name).Where(found => found.Type == "Warning" || found.Reason is "FailedBinding" or "ProvisioningFailed").Select(found => $"claim {name}: {found.Message}");
        var best = cluster.Snapshot.Volumes
            .Select(volume => (Volume: volume, Reasons: Reasons(claim, volume).ToList()))
            .Where(pair => pair.Reasons.Count > 0)
            .OrderBy(pair => pair.Reasons.Count)
            .ThenByDescending(pair => SharedStart(pair.Volume.Metadata.Name, name))
            .FirstOrDefault();
        if (best.Volume is null)
        {
            var missingClass = claim.Spec.StorageClassName is { Length: > 0 } wanted && cluster.HasRead("StorageClass") && cluster.Snapshot.StorageClasses.All(c => c.Metadata.Name != wanted);
            return new Finding(
                missingClass ? Cause.VolumeClass : Cause.NoVolume,
                workload.Object,
                missingClass ? $"The claim {name} of {workload.Name} asks for the storage class {claim.Spec.StorageClassName}, which does not exist." : $"There is no volume for the claim {name} of {workload.Name}.",
                missingClass ? Certainty.Stated : Certainty.Likely,
                [.. events, $"claim {name}: {claim.Status?.Phase}"],
                new Remedy("Name a storage class that makes volumes, or make a volume.", "kubectl get storageclasses", "kubectl get persistentvolumes"));
        }
        return new Finding(
            best.Reasons[0].Cause,
            workload.Object,
            $"The claim {name} of {workload.Name} does not get the volume {best.Volume.Metadata.Name}: {best.Reasons[0].Why}.",
            Certainty.Stated,
            [.. events, .. best.Reasons.Select(reason => $"volume {best.Volume.Metadata.Name}: {reason.Why}")],
            new Remedy($"Make claim {name} and volume {best.Volume.Metadata.Name} agree; what a claim asks for cannot be changed, so it is made anew.", $"kubectl describe persistentvolumeclaim {name}", $"kubectl describe persistentvolume {best.Volume.Metadata.Name}"))
        {
            RuledOut = [.. Agreeing(best.Reasons.Select(reason => reason.Cause))],
        };
    }

    // The rules of the binder (kubernetes/kubernetes, pkg/controller/volume/persistentvolume): class, modes, size and labels, and one claim to a volume.
    private static IEnumerable<(Cause Cause, string Why)> Reasons(V1PersistentVolumeClaim claim, V1PersistentVolume volume)
    {
        if ((claim.Spec.StorageClassName ?? "") != (volume.Spec.StorageClassName ?? ""))
            yield return (Cause.VolumeClass, $"the claim asks for the storage class '{claim.Spec.StorageClassName}', the volume has '{volume.Spec.StorageClassName}'");
        if (claim.Spec.AccessModes?.FirstOrDefault(mode => volume.Spec.AccessModes?.Contains(mode) != true) is { } missing)
            yield return (Cause.AccessMode, $"the claim asks for {missing}, the volume has {string.Join(", ", volume.Spec.AccessModes ?? [])}");
        if (Storage(claim.Spec.Resources?.Requests) is { } asked && Storage(volume.Spec.Capacity) is { } has && asked.ToDecimal() > has.ToDecimal())
            yield return (Cause.VolumeCapacity, $"the claim asks for {asked}, the volume has {has}");
        if (claim.Spec.Selector is { } selector && !Labels.Match(selector, Labels.Of(volume.Metadata)))
            yield return (Cause.VolumeSelector, "the volume's labels are not those that the claim selects");
        if (volume.Spec.ClaimRef is { } other && other.Name != claim.Metadata.Name)
            yield return (Cause.VolumeOccupied, $"it belongs to the claim {other.NamespaceProperty}/{other.Name}");
        else if (volume.Spec.ClaimRef is null && volume.Status?.Phase is "Bound" or "Released" or "Failed")
            yield return (Cause.VolumeOccupied, $"it is {volume.Status.Phase}");
    }

    private static IEnumerable<string> Agreeing(IEnumerable<Cause> disagreeing)
    {
        (Cause Cause, string Words)[] all = [(Cause.VolumeClass, "Storage class"), (Cause.AccessMode, "Access modes"), (Cause.VolumeCapacity, "Size"), (Cause.VolumeSelector, "Labels"), (Cause.VolumeOccupied, "Another claim")];
        return all.ExceptBy(disagreeing, reason => reason.Cause).Select(reason => $"{reason.Words}: nothing in the way");
    }

    private static ResourceQuantity? Storage(IDictionary<string, ResourceQuantity>? amounts) => amounts?.TryGetValue("storage", out var amount) == true ? amount : null;

    private static int SharedStart(string a, string b) => a.Zip(b).TakeWhile(pair => pair.First == pair.Second).Count();
}
