using System.Text.RegularExpressions;
using k8s.Models;

namespace Landfall.Kubernetes.Kubectl;

/// <summary>Reads <c>kubectl describe node</c>.</summary>
internal static partial class DescribedNode
{
    public static V1Node Read(DescribedEntry described) => new()
    {
        Metadata = DescribedMap.Metadata(described),
        Spec = new V1NodeSpec
        {
            Unschedulable = described["Unschedulable"]?.Value == "true",
            Taints = [.. (described["Taints"]?.Lines ?? []).Select(text => Taint().Match(text)).Where(taint => taint.Success).Select(taint => new V1Taint
            {
                Key = taint.Groups[1].Value,
                Value = taint.Groups[2].Success ? taint.Groups[2].Value : null,
                Effect = taint.Groups[3].Value,
            })],
        },
        Status = new V1NodeStatus
        {
            Capacity = DescribedMap.Amounts(described["Capacity"]),
            Allocatable = DescribedMap.Amounts(described["Allocatable"]),
            Conditions = [.. (described["Conditions"]?.Below ?? []).Select(row => Condition().Match(row.Text)).Where(row => row.Success).Select(row => new V1NodeCondition
            {
                Type = row.Groups[1].Value,
                Status = row.Groups[2].Value,
                Message = row.Groups[3].Value,
            })],
        },
    };

    /// <summary>What the scheduler has given away of the node, by resource; percentages are left out.</summary>
    public static Dictionary<string, ResourceQuantity> Requested(DescribedEntry described) => (described["Allocated resources"]?.Below ?? [])
        .Select(row => Allocated().Match(row.Text))
        .Where(row => row.Success)
        .GroupBy(row => row.Groups[1].Value)
        .ToDictionary(row => row.Key, row => new ResourceQuantity(row.First().Groups[2].Value));

    [GeneratedRegex(@"^([^\s:=]+)(?:=([^\s:]*))?:(NoSchedule|NoExecute|PreferNoSchedule)$")]
    private static partial Regex Taint();

    [GeneratedRegex(@"^(\w+)\s+(True|False|Unknown)\s+(.*)$")]
    private static partial Regex Condition();

    [GeneratedRegex(@"^(cpu|memory|ephemeral-storage|[\w.-]+/[\w.-]+)\s+(\d\S*)")]
    private static partial Regex Allocated();
}
