using k8s.Models;

namespace Landfall.Kubernetes.Diagnosis;

/// <summary>Compares selectors with labels, as the API server does.</summary>
internal static class Labels
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    /// <summary>The labels of an object; none where it has none.</summary>
    public static IReadOnlyDictionary<string, string> Of(V1ObjectMeta? metadata) => metadata?.Labels?.AsReadOnly() ?? None;

    /// <summary>Whether the labels have every pair of the selector.</summary>
    public static bool Match(IEnumerable<KeyValuePair<string, string>> selector, IReadOnlyDictionary<string, string> labels) =>
        selector.All(pair => labels.TryGetValue(pair.Key, out var value) && value == pair.Value);

    /// <summary>Whether a selector takes the labels; one that is not there takes all.</summary>
    public static bool Match(V1LabelSelector? selector, IReadOnlyDictionary<string, string> labels) =>
        selector is null
        || ((selector.MatchLabels is not { } pairs || Match(pairs, labels))
            && (selector.MatchExpressions ?? []).All(e => Satisfies(e.OperatorProperty, e.Key, e.Values, labels)));

    /// <summary>Whether one requirement of a selector or an affinity holds.</summary>
    public static bool Satisfies(string op, string key, IList<string>? values, IReadOnlyDictionary<string, string> labels)
    {
        var has = labels.TryGetValue(key, out var value);
        return op switch
        {
            "In" => has && values?.Contains(value!) == true,
            "NotIn" => !has || values?.Contains(value!) != true,
            "Exists" => has,
            "DoesNotExist" => !has,
            "Gt" => has && long.TryParse(value, out var a) && long.TryParse(values?.FirstOrDefault(), out var b) && a > b,
            "Lt" => has && long.TryParse(value, out var a) && long.TryParse(values?.FirstOrDefault(), out var b) && a < b,
            _ => true,
        };
    }
}
