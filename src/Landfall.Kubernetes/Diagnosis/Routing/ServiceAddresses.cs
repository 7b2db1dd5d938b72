namespace Landfall.Kubernetes.Diagnosis.Routing;

/// <summary>Variables of workloads that name a service or a port that does not exist.</summary>
internal sealed class ServiceAddresses : IAnalyzer
{
    public IEnumerable<Finding> Analyze(Cluster cluster)
    {
        if (!cluster.HasRead("Service"))
            yield break;
        foreach (var address in cluster.Addresses)
        {
            var service = cluster.Snapshot.Services.FirstOrDefault(service => service.Metadata.Name == address.Host);
            if (service is null)
            {
                if (Unknown(cluster, address) is { } unknown)
                    yield return unknown;
            }
            else if (address.Space is { } space && cluster.Snapshot.Namespace is { } own && space != own && space != "svc")
            {
                yield return Finding(address, Cause.AddressVariable, $"leads to the namespace {space}, and the service {address.Host} is in {own}", Certainty.Likely, []);
            }
            else if (address.Port is { } port && service.Spec.Ports is { Count: > 0 } ports && ports.All(other => other.Port != port) && !IsServicesFault(cluster, address))
            {
                var isDatabase = ports.Any(other => other.Port is 3306 or 33060) || address.Host.Contains("mysql", StringComparison.Ordinal);
                yield return Finding(address, isDatabase ? Cause.DatabasePort : Cause.AddressVariable, $"dials port {port} of {address.Host}, which offers {string.Join(", ", ports.Select(other => other.Port))}", Certainty.Stated, []);
            }
        }
    }

    // A client that nobody else agrees with, and that does not name the pods' own port, is the odd one.
    private static bool IsServicesFault(Cluster cluster, ServiceAddress address)
    {
        var others = cluster.Addresses.Where(other => other.Host == address.Host && other.Port is not null).ToList();
        var behind = cluster.Snapshot.Services.Where(service => service.Metadata.Name == address.Host).SelectMany(cluster.Behind).SelectMany(workload => workload.Containers).SelectMany(container => container.Ports ?? []);
        return others.All(other => other.Port == address.Port) && (others.Select(other => other.Workload).Distinct().Count() > 1 || behind.Any(port => port.ContainerPort == address.Port));
    }

    // A variable may name what was never meant to be there; one that its log complains about, or that is nearly the name of a service, was.
    private static Finding? Unknown(Cluster cluster, ServiceAddress address)
    {
        if (cluster.Named(address.Host) is not null)
            return null; // the workload is there and its service is missing: another rule's
        var complaint = cluster.LogsOf(address.Workload).LastOrDefault(line => line.Contains(address.Host, StringComparison.Ordinal) && NameResolution.IsComplaint(line));
        var near = cluster.Snapshot.Services.Select(service => service.Metadata.Name).Where(name => IsNear(name, address.Host)).OrderBy(name => Math.Abs(name.Length - address.Host.Length)).FirstOrDefault();
        if (complaint is null && near is null)
            return null;
        return Finding(address, Cause.AddressVariable, $"names the service {address.Host}, which does not exist{(near is null ? "" : $"; there is {near}")}",
            complaint is not null ? Certainty.Stated : Certainty.Shown, complaint is null ? [] : [$"log of {address.Workload.Name}: {complaint}"]);
    }

    private static Finding Finding(ServiceAddress address, Cause cause, string why, double confidence, IReadOnlyList<string> evidence) => new(
        cause,
        address.Workload.Object,
        $"The variable {address.PortVariable ?? address.Variable} of {address.Workload.Name} {why}.",
        confidence,
        [$"{address.Workload.Reference}: {address.Variable}={address.Value}{(address.PortVariable is null ? "" : $", {address.PortVariable}={address.Port}")}", .. evidence],
        new Remedy("Put the variable right.", $"kubectl set env {address.Workload.Reference} {address.PortVariable ?? address.Variable}=…"));

    // Near is: one inside the other, or few letters apart for their length.
    private static bool IsNear(string a, string b)
    {
        if (a.Length > 3 && b.Length > 3 && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal)))
            return true;
        return EditDistance.Between(a, b) <= Math.Max(a.Length, b.Length) / 4;
    }
}
