using System.Globalization;
using System.Text.RegularExpressions;
using k8s.Models;

namespace Landfall.Kubernetes.Kubectl;

/// <summary>Reads a container of a described pod or template.</summary>
internal static partial class DescribedContainer
{
    /// <summary>What the pod's author asked for.</summary>
    public static V1Container Spec(DescribedEntry described) => new()
    {
        Name = described.Key,
        Image = described["Image"]?.Value,
        Command = described["Command"]?.Below.Select(part => part.Text).ToList(),
        Args = described["Args"]?.Below.Select(part => part.Text).ToList(),
        Ports = [.. Ports(described)],
        Env = [.. described["Environment"]?.Below.Select(Variable) ?? []],
        EnvFrom = [.. described["Environment Variables from"]?.Below.Select(Source).OfType<V1EnvFromSource>() ?? []],
        VolumeMounts = [.. (described["Mounts"]?.Below ?? []).Select(mount => Mount().Match(mount.Text)).Where(mount => mount.Success)
            .Select(mount => new V1VolumeMount { MountPath = mount.Groups[1].Value, Name = mount.Groups[2].Value })],
        LivenessProbe = DescribedProbe.Read(described["Liveness"]?.Value),
        ReadinessProbe = DescribedProbe.Read(described["Readiness"]?.Value),
        StartupProbe = DescribedProbe.Read(described["Startup"]?.Value),
        Resources = new V1ResourceRequirements
        {
            Limits = DescribedMap.Amounts(described["Limits"]),
            Requests = DescribedMap.Amounts(described["Requests"]),
        },
    };

    /// <summary>What became of it.</summary>
    public static V1ContainerStatus Status(DescribedEntry described) => new()
    {
        Name = described.Key,
        Image = described["Image"]?.Value,
        Ready = described["Ready"]?.Value == "True",
        RestartCount = int.TryParse(described["Restart Count"]?.Value, CultureInfo.InvariantCulture, out var count) ? count : 0,
        State = State(described["State"]),
        LastState = State(described["Last State"]),
    };

    private static V1ContainerState State(DescribedEntry? state)
    {
        var reason = state?["Reason"]?.Value;
        return state?.Value switch
        {
            "Running" => new V1ContainerState { Running = new V1ContainerStateRunning() },
            "Waiting" => new V1ContainerState { Waiting = new V1ContainerStateWaiting { Reason = reason, Message = state["Message"]?.Value } },
            "Terminated" => new V1ContainerState
            {
                Terminated = new V1ContainerStateTerminated
                {
                    Reason = reason,
                    Message = state["Message"]?.Value,
                    ExitCode = int.TryParse(state["Exit Code"]?.Value, CultureInfo.InvariantCulture, out var code) ? code : 0,
                },
            },
            _ => new V1ContainerState(),
        };
    }

    // 'Port: 8080/TCP' or 'Ports: 15020/TCP, 15021/TCP (health)'.
    private static IEnumerable<V1ContainerPort> Ports(DescribedEntry described) =>
        from port in ((described["Ports"] ?? described["Port"])?.Value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        let read = Port().Match(port)
        where read.Success && read.Groups[1].Value != "0"
        select new V1ContainerPort
        {
            ContainerPort = int.Parse(read.Groups[1].Value, CultureInfo.InvariantCulture),
            Protocol = read.Groups[2].Value,
            Name = read.Groups[3].Success ? read.Groups[3].Value : null,
        };

    private static V1EnvVar Variable(DescribedEntry entry)
    {
        var key = Reference().Match(entry.Value);
        var source = !key.Success ? null
            : key.Groups[2].Value == "secret"
                ? new V1EnvVarSource { SecretKeyRef = new V1SecretKeySelector { Key = key.Groups[1].Value, Name = key.Groups[3].Value, Optional = IsOptional(entry) } }
                : new V1EnvVarSource { ConfigMapKeyRef = new V1ConfigMapKeySelector { Key = key.Groups[1].Value, Name = key.Groups[3].Value, Optional = IsOptional(entry) } };
        return new V1EnvVar { Name = entry.Key, Value = source is null ? entry.Value : null, ValueFrom = source };
    }

    // 'db-config  ConfigMap  Optional: false'
    private static V1EnvFromSource? Source(DescribedEntry entry)
    {
        var read = From().Match(entry.Text);
        if (!read.Success)
            return null;
        var (name, optional) = (read.Groups[1].Value, read.Groups[3].Value == "true");
        return read.Groups[2].Value == "Secret"
            ? new V1EnvFromSource { SecretRef = new V1SecretEnvSource { Name = name, Optional = optional } }
            : new V1EnvFromSource { ConfigMapRef = new V1ConfigMapEnvSource { Name = name, Optional = optional } };
    }

    private static bool IsOptional(DescribedEntry entry) => entry.Value.Contains("Optional: true", StringComparison.Ordinal);

    [GeneratedRegex(@"^(\S+) from (\S+) \(")]
    private static partial Regex Mount();

    [GeneratedRegex(@"^(\d+)/(TCP|UDP|SCTP)(?:\s+\((\S+)\))?$")]
    private static partial Regex Port();

    [GeneratedRegex(@"^<set to the key '([^']+)' (?:in|of) (secret|config map) '([^']+)'>")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^(\S+)\s+(ConfigMap|Secret)\s.*Optional: (true|false)")]
    private static partial Regex From();
}
