using System.Globalization;
using System.Text.RegularExpressions;
using k8s.Models;

namespace Landfall.Kubernetes.Kubectl;

/// <summary>Reads <c>kubectl describe service</c>.</summary>
internal static partial class DescribedService
{
    public static V1Service Read(DescribedEntry described) => new()
    {
        Metadata = DescribedMap.Metadata(described),
        Spec = new V1ServiceSpec
        {
            Type = described["Type"]?.Value,
            ClusterIP = described["IP"]?.Value,
            ExternalName = described["External Name"]?.Value,
            Selector = DescribedMap.Pairs(described["Selector"]),
            Ports = [.. Ports(described)],
        },
    };

    // Of each port: 'Port: grpc 9555/TCP', then 'TargetPort: 9555/TCP'.
    private static IEnumerable<V1ServicePort> Ports(DescribedEntry described)
    {
        V1ServicePort? open = null;
        foreach (var entry in described.Below)
        {
            if (entry.Key == "Port" && Port().Match(entry.Value) is { Success: true } port)
            {
                if (open is not null)
                    yield return open;
                open = new V1ServicePort
                {
                    Name = port.Groups[1].Value is "<unset>" or "" ? null : port.Groups[1].Value,
                    Port = int.Parse(port.Groups[2].Value, CultureInfo.InvariantCulture),
                    Protocol = port.Groups[3].Value,
                };
            }
            else if (entry.Key == "TargetPort" && open is not null)
            {
                open.TargetPort = (IntOrString)entry.Value.Split('/')[0];
            }
        }
        if (open is not null)
            yield return open;
    }

    [GeneratedRegex(@"^(\S*?)\s*(\d+)/(TCP|UDP|SCTP)$")]
    private static partial Regex Port();
}
