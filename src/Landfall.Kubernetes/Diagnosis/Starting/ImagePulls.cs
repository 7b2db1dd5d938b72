using System.Text.RegularExpressions;
using k8s.Models;

namespace Landfall.Kubernetes.Diagnosis.Starting;

/// <summary>Images that do not arrive. The words are those of containerd, of registries and of Go's resolver.</summary>
internal sealed partial class ImagePulls : IAnalyzer
{
    private static readonly string[] Waiting = ["ErrImagePull", "ImagePullBackOff", "InvalidImageName", "ErrImageNeverPull", "RegistryUnavailable"];

    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        foreach (var workload in cluster.Workloads)
        {
            foreach (var pod in workload.Pods)
            {
                foreach (var status in (pod.Status?.ContainerStatuses ?? []).Concat(pod.Status?.InitContainerStatuses ?? []).Where(status => Waiting.Contains(status.State?.Waiting?.Reason)))
                {
                    var events = cluster.EventsOf("Pod", pod.Metadata.Name).ToList();
                    var failure = events.LastOrDefault(found => found.Message.StartsWith("Failed to pull image", StringComparison.Ordinal) || found.Reason == "InspectFailed")?.Message ?? status.State.Waiting.Message;
                    yield return Finding(cluster, workload, pod, status, failure, events.LastOrDefault(found => found.Reason == "FailedToRetrieveImagePullSecret")?.Message);
                }
            }
        }
    }

    private static Finding Finding(Cluster cluster, Workload workload, V1Pod pod, V1ContainerStatus status, string? failure, string? secretEvent)
    {
        var reason = status.State.Waiting.Reason;
        List<string> evidence = [$"pod {pod.Metadata.Name}, container {status.Name}: {reason}"];
        evidence.AddRange(new[] { failure, secretEvent }.OfType<string>());
        var secrets = (pod.Spec.ImagePullSecrets ?? []).Select(secret => secret.Name).ToList();
        var missing = cluster.HasRead("Secret") ? secrets.Where(name => cluster.Snapshot.Secrets.All(secret => secret.Metadata.Name != name)).ToList() : [];
        var image = status.Image;
        if (failure is not null && NameFailure().IsMatch(failure))
        {
            return new Finding(Cause.RegistryName, workload.Object, $"The node cannot resolve the name of the registry of {image}.", Certainty.Stated, evidence,
                new Remedy("Put the registry's name right, or the name service of the nodes.", $"kubectl edit {workload.Reference}"))
            { RuledOut = ["A tag that does not exist: the registry was never asked"] };
        }
        var isRefused = failure is not null && Refused().IsMatch(failure) && !Ambiguous().IsMatch(failure) && !IsPublic(status.Image, cluster);
        if (secretEvent is not null || missing.Count > 0 || isRefused)
        {
            var name = missing.FirstOrDefault() ?? SecretName().Match(secretEvent ?? "").Groups[1].Value;
            return new Finding(Cause.PullSecret, workload.Object,
                name.Length > 0 ? $"{workload.Name} pulls {image} with the secret {name}, which does not exist." : $"The registry of {image} asks for a login that {workload.Name} does not have.",
                Certainty.Stated, evidence,
                new Remedy("Make the secret, of type kubernetes.io/dockerconfigjson, and name it in imagePullSecrets.", $"kubectl create secret docker-registry {(name.Length > 0 ? name : "NAME")} --docker-server=… --docker-username=…"))
            { RuledOut = ["A tag that does not exist: the registry refuses before it looks"] };
        }
        if (failure is not null && Unreachable().IsMatch(failure))
        {
            return new Finding(Cause.RegistryUnreachable, workload.Object, $"The node does not reach the registry of {image}.", Certainty.Stated, evidence,
                new Remedy("Open the way from the nodes to the registry.", "kubectl describe pod " + pod.Metadata.Name));
        }
        return new Finding(Cause.ImageReference, workload.Object, $"The image {image} of {workload.Name} does not exist.", failure is null ? Certainty.Likely : Certainty.Stated, evidence,
            new Remedy("Put name and tag of the image right, or go back to the last one.", $"kubectl rollout undo {workload.Reference}"))
        { RuledOut = secrets.Count == 0 ? ["A login: the registry answered that there is no such image"] : ["The pull secrets: they exist"] };
    }

    // Docker's own images are open to all, and so is a repository of which another pod runs an image without a login: who refuses
    // one of theirs has no such image.
    private static bool IsPublic(string image, Cluster cluster)
    {
        var repository = Repository(image);
        return repository.StartsWith("docker.io/library/", StringComparison.Ordinal) || cluster.Snapshot.Pods.Any(pod =>
            pod.Spec.ImagePullSecrets is null or { Count: 0 }
            && (pod.Status?.ContainerStatuses ?? []).Any(status => status.State?.Running is not null && Repository(status.Image) == repository));
    }

    // 'redis:7' is docker.io/library/redis.
    private static string Repository(string image)
    {
        var name = image.Split('@')[0];
        name = name.LastIndexOf(':') is var colon && colon > name.LastIndexOf('/') ? name[..colon] : name;
        return name.IndexOf('/', StringComparison.Ordinal) is var slash && slash < 0 ? $"docker.io/library/{name}"
            : name[..slash].Contains('.', StringComparison.Ordinal) || name[..slash].Contains(':', StringComparison.Ordinal) ? name
            : $"docker.io/{name}";
    }

    [GeneratedRegex(@"no such host|server misbehaving|Temporary failure in name resolution|lookup \S+( on \S+)?: (i/o timeout|read udp)", RegexOptions.IgnoreCase)]
    private static partial Regex NameFailure();

    [GeneratedRegex(@"\b401\b|\b403\b|unauthorized|authorization failed|authentication required|no basic auth|pull access denied|denied:|failed to authorize", RegexOptions.IgnoreCase)]
    private static partial Regex Refused();

    // Docker Hub says this of what does not exist just as of what is private.
    [GeneratedRegex("repository does not exist or may require", RegexOptions.IgnoreCase)]
    private static partial Regex Ambiguous();

    [GeneratedRegex(@"i/o timeout|connection refused|connection reset|x509|TLS handshake|deadline exceeded|network is unreachable", RegexOptions.IgnoreCase)]
    private static partial Regex Unreachable();

    [GeneratedRegex(@"image pull secrets \(([^)\s,]+)")]
    private static partial Regex SecretName();
}
