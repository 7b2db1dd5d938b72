using System.Globalization;
using System.Text.RegularExpressions;
using k8s.Models;

namespace Landfall.Kubernetes.Diagnosis;

/// <summary>On which ports a container listens, as far as its declaration, its variables and its log tell.</summary>
internal static partial class ContainerPorts
{
    /// <returns>The ports; none where nothing tells.</returns>
    public static IEnumerable<int> Of(Cluster cluster, Workload workload, V1Container container)
    {
        var declared = (container.Ports ?? []).Select(port => port.ContainerPort)
            .Concat((container.Env ?? []).Where(variable => variable.Name is "PORT" or "SERVER_PORT" or "HTTP_PORT" or "GRPC_PORT").Select(variable => Number(variable.Value)).OfType<int>());
        var logged = workload.Containers.Count == 1
            ? cluster.LogsOf(workload).Select(line => Listening().Match(line)).Where(line => line.Success).Select(line => Number(line.Groups["port"].Value)).OfType<int>()
            : [];
        return declared.Concat(logged).Distinct();
    }

    private static int? Number(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536 ? number : null;

    [GeneratedRegex(@"(?:listening|started|serving|running)\b[^\n]{0,60}?\b(?:port\(?s?\)?:? ?|:)(?<port>\d{2,5})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Listening();
}
