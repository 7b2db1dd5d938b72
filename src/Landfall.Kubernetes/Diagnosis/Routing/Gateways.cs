using System.Globalization;
using System.Text.RegularExpressions;

namespace Landfall.Kubernetes.Diagnosis.Routing;

/// <summary>Routes of ingresses and of gateways' configuration that lead to a service or a port that does not exist.</summary>
internal sealed partial class Gateways : IAnalyzer
{
    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        if (!cluster.HasRead("Service"))
            yield break;
        foreach (var ingress in cluster.Snapshot.Ingresses)
        {
            var backends = (ingress.Spec?.Rules ?? []).SelectMany(rule => rule.Http?.Paths ?? []).Select(path => path.Backend).Append(ingress.Spec?.DefaultBackend);
            foreach (var backend in backends.Select(backend => backend?.Service).OfType<k8s.Models.V1IngressServiceBackend>())
            {
                if (Wrong(cluster, backend.Name, backend.Port?.Number) is { } why)
                    yield return Finding(ClusterObject.App(ingress.Metadata.Name), $"The ingress {ingress.Metadata.Name} leads to {backend.Name}: {why}.", $"ingress {ingress.Metadata.Name}: backend {backend.Name}:{backend.Port?.Number ?? 0}", $"kubectl edit ingress {ingress.Metadata.Name}");
            }
        }
        foreach (var map in cluster.Snapshot.ConfigMaps.Where(map => map.Data is not null))
        {
            var user = cluster.Workloads.FirstOrDefault(workload => (workload.Spec.Volumes ?? []).Any(volume => volume.ConfigMap?.Name == map.Metadata.Name));
            var services = cluster.Snapshot.Services.Select(service => service.Metadata.Name).ToList();
            foreach (Match route in map.Data.Values.SelectMany(text => Route().Matches(text)))
            {
                var port = route.Groups["port"].Success ? int.Parse(route.Groups["port"].Value, CultureInfo.InvariantCulture) : (int?)null;
                if (user is not null && (Wrong(cluster, route.Groups["host"].Value, port) ?? RouteNames.Misled(route.Groups["path"].Value, route.Groups["host"].Value, services)) is { } why)
                    yield return Finding(user.Object, $"{user.Name} routes to {route.Groups["host"].Value}: {why}.", $"config map {map.Metadata.Name}: {route.Value}", $"kubectl edit configmap {map.Metadata.Name}");
            }
        }
    }

    private static string? Wrong(Cluster cluster, string host, int? port)
    {
        var service = cluster.Snapshot.Services.FirstOrDefault(service => service.Metadata.Name == host);
        return service is null ? "there is no such service"
            : port is not null && service.Spec.Ports is { Count: > 0 } ports && ports.All(other => other.Port != port) ? $"it offers {string.Join(", ", ports.Select(other => other.Port))}, not {port}"
            : null;
    }

    private static Finding Finding(ClusterObject about, string explanation, string evidence, string command) =>
        new(Cause.Misroute, about, explanation, Certainty.Shown, [evidence], new Remedy("Put the route right.", command));

    // nginx, Envoy, HAProxy and Spring Cloud Gateway; a host without a dot is a service of the namespace.
    [GeneratedRegex(@"(?:location\s+(?:[=~^*]+\s+)?(?<path>/[^\s{]*)\s*\{[^}]*?)?(?:proxy_pass\s+|grpc_pass\s+|uri:\s*|address:\s*)(?:https?|lb|grpc)://(?<host>[a-z][a-z0-9-]*)(?::(?<port>\d+))?(?=[/;\s""']|$)")]
    private static partial Regex Route();
}
