using System.Text.RegularExpressions;
using k8s.Models;

namespace Landfall.Kubernetes.Kubectl;

/// <summary>Reads the table of events at the end of <c>kubectl describe</c>, and <c>kubectl get events</c>.</summary>
internal static partial class DescribedEvents
{
    /// <param name="described">The object that was described.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="name">Its name.</param>
    public static IEnumerable<Corev1Event> Of(DescribedEntry described, string kind, string name) =>
        from entry in described["Events"]?.Below ?? []
        let row = Row().Match(entry.Text)
        where row.Success
        select Event(row, kind, name);

    /// <param name="table">What <c>kubectl get events</c> printed, with its heading or without.</param>
    public static IEnumerable<Corev1Event> FromTable(string table) =>
        from line in table.Split('\n')
        let row = ListRow().Match(line)
        where row.Success && row.Groups["type"].Value is "Normal" or "Warning"
        select Event(row, row.Groups["kind"].Value, row.Groups["object"].Value);

    private static Corev1Event Event(Match row, string kind, string name) => new()
    {
        InvolvedObject = new V1ObjectReference { Kind = kind, Name = name },
        Type = row.Groups["type"].Value,
        Reason = row.Groups["reason"].Value,
        Count = row.Groups["count"].Success ? int.Parse(row.Groups["count"].Value, System.Globalization.CultureInfo.InvariantCulture) : 1,
        Message = row.Groups["message"].Value.Trim(),
    };

    [GeneratedRegex(@"^(?<type>Normal|Warning)\s+(?<reason>\S+)\s+(?<age>\S+)(?:\s+\(x(?<count>\d+) over \S+\))?\s+(?<from>\S+)\s+(?<message>.*)$")]
    private static partial Regex Row();

    [GeneratedRegex(@"^(?:\S+\s+)?(?<age>\S+)(?:\s+\(x(?<count>\d+) over \S+\))?\s+(?<type>Normal|Warning)\s+(?<reason>\S+)\s+(?<kind>[a-z0-9.]+)/(?<object>\S+)\s+(?<message>.*)$")]
    private static partial Regex ListRow();
}
