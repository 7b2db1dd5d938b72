using System.Globalization;
using System.Text.RegularExpressions;
using Landfall.Kubernetes.Snapshots;

namespace Landfall.Kubernetes.Diagnosis;

/// <summary>The address of another service that a workload has in a variable, in one piece or as a host beside a port.</summary>
/// <param name="Workload">Who has it.</param>
/// <param name="Variable">The variable of the host.</param>
/// <param name="Value">Its value, hidden where it is a secret or may hold one.</param>
/// <param name="Host">The service's name: the first label of the host.</param>
/// <param name="Space">The namespace in the host, or null.</param>
/// <param name="Port">The port, or null where none is said.</param>
/// <param name="PortVariable">The variable of the port where it stands apart.</param>
internal sealed partial record ServiceAddress(Workload Workload, string Variable, string Value, string Host, string? Space, int? Port, string? PortVariable)
{
    public static IEnumerable<ServiceAddress> Of(Workload workload, ClusterSnapshot snapshot)
    {
        foreach (var container in workload.Containers)
        {
            var variables = Variables.Of(container, snapshot);
            foreach (var (name, (value, isSecret)) in variables)
            {
                if (Address().Match(value) is not { Success: true } read)
                    continue;
                var hasPort = read.Groups["port"].Success;
                if (!hasPort && !HostVariable().IsMatch(name))
                    continue;
                var portVariable = hasPort ? null : HostVariable().Replace(name, "${before}PORT") is var other && variables.ContainsKey(other) ? other : null;
                int? port = hasPort ? Number(read.Groups["port"].Value) : portVariable is not null ? Number(variables[portVariable].Value) : null;
                yield return new ServiceAddress(workload, name, isSecret || value.Contains('@', StringComparison.Ordinal) ? "***" : value, read.Groups["host"].Value, read.Groups["space"].Success ? read.Groups["space"].Value : null, port, portVariable);
            }
        }
    }

    private static int? Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;

    // A name of the cluster, maybe with its namespace; an address outside has other dots.
    [GeneratedRegex(@"^(?:[a-z][a-z0-9+:.-]*://)?(?:[^@/\s]*@)?(?<host>[a-z]([a-z0-9-]*[a-z0-9])?)(?:\.(?<space>[a-z0-9-]+)(?:\.svc(?:\.[a-z0-9.-]+)?)?)?(?::(?<port>\d{1,5}))?(?:/\S*)?$")]
    private static partial Regex Address();

    [GeneratedRegex(@"^(?<before>.*?_?)(HOST|HOSTNAME|SERVER|ADDR|ADDRESS|URL|ENDPOINT)$", RegexOptions.IgnoreCase)]
    private static partial Regex HostVariable();
}
