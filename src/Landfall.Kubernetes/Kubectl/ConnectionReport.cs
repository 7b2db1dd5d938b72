using System.Globalization;
using System.Text.RegularExpressions;
using Landfall.Kubernetes.Snapshots;

namespace Landfall.Kubernetes.Kubectl;

/// <summary>Reads a report of attempts to connect to a service, one attempt from each node.</summary>
internal static partial class ConnectionReport
{
    /// <param name="target">What was dialled, as <c>service:port</c>.</param>
    /// <param name="text">The report.</param>
    public static IEnumerable<ConnectionAttempt> Read(string target, string text)
    {
        if (target.Split(':') is not [var service, var number] || !int.TryParse(number, CultureInfo.InvariantCulture, out var port))
            yield break;
        string? node = null;
        foreach (var line in text.Split('\n'))
        {
            if (From().Match(line) is { Success: true } from)
                node = from.Groups[1].Value;
            if (Outcome().Match(line) is { Success: true } outcome)
                yield return new ConnectionAttempt(service, port, node, outcome.Groups[1].Value == "Succeeded");
        }
    }

    [GeneratedRegex(@"deployed on (\S+?):")]
    private static partial Regex From();

    [GeneratedRegex(@"Connection (Succeeded|Failed)")]
    private static partial Regex Outcome();
}
