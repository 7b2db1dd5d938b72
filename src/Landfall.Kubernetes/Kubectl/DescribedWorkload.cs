using System.Globalization;
using System.Text.RegularExpressions;
using k8s.Models;

namespace Landfall.Kubernetes.Kubectl;

/// <summary>Reads descriptions of what keeps pods running.</summary>
internal static partial class DescribedWorkload
{
    /// <summary>Reads <c>kubectl describe deployment</c>.</summary>
    public static V1Deployment Deployment(DescribedEntry described)
    {
        var replicas = Replicas().Match(described["Replicas"]?.Value ?? "");
        return new V1Deployment
        {
            Metadata = DescribedMap.Metadata(described),
            Spec = new V1DeploymentSpec
            {
                Replicas = replicas.Success ? Number(replicas, 1) : null,
                Selector = new V1LabelSelector { MatchLabels = DescribedMap.Pairs(described["Selector"]) },
                Template = Template(described["Pod Template"] ?? new DescribedEntry("")),
            },
            Status = replicas.Success ? new V1DeploymentStatus { Replicas = Number(replicas, 3), AvailableReplicas = Number(replicas, 4) } : null,
        };
    }

    private static V1PodTemplateSpec Template(DescribedEntry described) => new()
    {
        Metadata = new V1ObjectMeta { Labels = DescribedMap.Pairs(described["Labels"]) },
        Spec = new V1PodSpec
        {
            ServiceAccountName = described["Service Account"]?.Value,
            Containers = [.. described["Containers"]?.Below.Select(DescribedContainer.Spec) ?? []],
            NodeSelector = DescribedMap.Pairs(described["Node-Selectors"]),
        },
    };

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d+) desired \| (\d+) updated \| (\d+) total \| (\d+) available")]
    private static partial Regex Replicas();
}
