using k8s.Models;

namespace Landfall.Kubernetes.Kubectl;

/// <summary>Reads labels, selectors and amounts as <c>kubectl describe</c> writes them.</summary>
internal static class DescribedMap
{
    /// <summary>Reads <c>a=b</c>, one a line or between commas.</summary>
    public static Dictionary<string, string> Pairs(DescribedEntry? entry) => (entry?.Lines ?? [])
        .SelectMany(line => line.Split(','))
        .Select(pair => pair.Trim().Split('=', 2))
        .Where(pair => pair.Length == 2 && pair[0].Length > 0)
        .GroupBy(pair => pair[0])
        .ToDictionary(pair => pair.Key, pair => pair.First()[1]);

    /// <summary>Reads <c>cpu: 100m</c>, one a line; what is no amount is left out.</summary>
    public static Dictionary<string, ResourceQuantity> Amounts(DescribedEntry? entry) => (entry?.Below ?? [])
        .Where(amount => IsAmount(amount.Value))
        .GroupBy(amount => amount.Key)
        .ToDictionary(amount => amount.Key, amount => new ResourceQuantity(amount.First().Value));

    /// <summary>Whether Kubernetes would read the text as a quantity.</summary>
    public static bool IsAmount(string text) => text.Length > 0 && (char.IsAsciiDigit(text[0]) || text[0] == '.');

    /// <summary>Labels, annotations and the name that every description begins with.</summary>
    public static V1ObjectMeta Metadata(DescribedEntry described) => new()
    {
        Name = described["Name"]?.Value,
        NamespaceProperty = described["Namespace"]?.Value is { Length: > 0 } space ? space : null,
        Labels = Pairs(described["Labels"]),
    };
}
