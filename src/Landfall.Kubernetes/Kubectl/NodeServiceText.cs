using System.Text.RegularExpressions;
using Landfall.Kubernetes.Snapshots;

namespace Landfall.Kubernetes.Kubectl;

/// <summary>Reads what <c>systemctl status</c> printed of a program on a node.</summary>
internal static partial class NodeServiceText
{
    /// <param name="printed">The text, and <c>node unit</c>.</param>
    public static NodeService Read((string Text, string Subject) printed)
    {
        var state = Active().Match(printed.Text);
        var (node, unit) = printed.Subject.Split(' ', 2) is [var first, var second] ? (first, second) : (printed.Subject, "");
        // No status at all is a unit that the service manager does not know or did not answer about: not evidence of a stop.
        return new NodeService(node, unit, !state.Success || state.Groups[1].Value is "active" or "reloading" || (state.Groups[1].Value == "activating" && !state.Groups[2].Value.Contains("auto-restart", StringComparison.Ordinal)), state.Success ? state.Groups[1].Value + state.Groups[2].Value : "unknown");
    }

    [GeneratedRegex(@"^\s*Active: (\w+)((?: \([^)]*\))?)", RegexOptions.Multiline)]
    private static partial Regex Active();
}
