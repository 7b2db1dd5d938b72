using System.Text.RegularExpressions;
using k8s.Models;

namespace Landfall.Kubernetes.Diagnosis.Admission;

/// <summary>
/// Reads why a quota refused an object: <c>exceeded quota: mem, requested: requests.memory=64Mi, used: requests.memory=960Mi, limited:
/// requests.memory=1Gi</c> or <c>failed quota: mem: must specify requests.memory for: server</c>
/// (kubernetes/kubernetes, plugin/pkg/admission/resourcequota).
/// </summary>
/// <param name="Quota">The quota's name.</param>
/// <param name="Resource">The resource that it is about.</param>
internal sealed partial record QuotaMessage(string Quota, string Resource)
{
    public static QuotaMessage? Read(string message)
    {
        if (Exceeded().Match(message) is { Success: true } exceeded)
        {
            var (used, limited) = (Amounts(exceeded.Groups["used"].Value), Amounts(exceeded.Groups["limited"].Value));
            var asked = Amounts(exceeded.Groups["requested"].Value);
            var over = asked.Keys.FirstOrDefault(key => used.ContainsKey(key) && limited.ContainsKey(key) && asked[key].ToDecimal() + used[key].ToDecimal() > limited[key].ToDecimal());
            return new QuotaMessage(exceeded.Groups["quota"].Value, over ?? asked.Keys.FirstOrDefault() ?? "pods");
        }
        return Unspecified().Match(message) is { Success: true } unspecified ? new QuotaMessage(unspecified.Groups["quota"].Value, unspecified.Groups["resource"].Value) : null;
    }

    private static Dictionary<string, ResourceQuantity> Amounts(string text) => text.Split(',')
        .Select(pair => pair.Trim().Split('=', 2)).Where(pair => pair.Length == 2 && pair[1].Length > 0 && char.IsAsciiDigit(pair[1][0]))
        .ToDictionary(pair => pair[0], pair => new ResourceQuantity(pair[1].TrimEnd('.')));

    [GeneratedRegex(@"exceeded quota: (?<quota>[^,\s]+), requested: (?<requested>.*?), used: (?<used>.*?), limited: (?<limited>.*)$")]
    private static partial Regex Exceeded();

    [GeneratedRegex(@"failed quota: (?<quota>[^:\s]+): must specify (?<resource>[\w./-]+)")]
    private static partial Regex Unspecified();
}
