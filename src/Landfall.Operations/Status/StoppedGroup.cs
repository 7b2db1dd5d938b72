using System.Globalization;
using System.Text.RegularExpressions;
using Landfall.Aws.Containers;
using Landfall.Operations.Deployment.Failures;

namespace Landfall.Operations.Status;

/// <summary>Tasks of a service that have ended for the same reason.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Failed">True where they failed; false where ECS or somebody ended them in the course of things.</param>
/// <param name="Count">How many.</param>
/// <param name="Last">When the last of them ended.</param>
/// <param name="Samples">Ids of the last of them.</param>
internal sealed partial record StoppedGroup(string Reason, bool Failed, int Count, DateTimeOffset Last, IReadOnlyList<string> Samples)
{
    private const int MostSamples = 3;

    /// <summary>Groups tasks.</summary>
    /// <param name="tasks">Tasks of one service, the last one first.</param>
    /// <returns>The groups: failures first, of these the most frequent.</returns>
    public static IReadOnlyList<StoppedGroup> Of(IEnumerable<StoppedTask> tasks) =>
    [
        .. from task in tasks
           group task by (Reason: ReasonOf(task), Failed: ServiceInspector.HasFailed(task)) into same
           orderby same.Key.Failed descending, same.Count() descending, same.Key.Reason
           select new StoppedGroup(same.Key.Reason, same.Key.Failed, same.Count(), same.Max(t => t.Ended ?? t.Created), [.. same.Take(MostSamples).Select(t => t.Id)]),
    ];

    /// <summary>Why a task ended, without what is its own: ids and addresses.</summary>
    internal static string ReasonOf(StoppedTask task)
    {
        var reason = task.Reason.Length > 0 ? task.Reason : task.StopCode.Length > 0 ? task.StopCode : "no reason was given";
        var containers = task.Containers.Where(c => c.Reason is { Length: > 0 } || c.ExitCode is not (null or 0)).Select(Describe)
            .Where(text => !reason.Contains(text, StringComparison.Ordinal));
        return Own().Replace(string.Join("; ", containers.Prepend(reason)), "…");
    }

    private static string Describe(StoppedContainer container)
    {
        var code = container.ExitCode is { } exit ? $" exit code {exit.ToString(CultureInfo.InvariantCulture)}" : "";
        return $"{container.Name}:{code}{(container.Reason is { Length: > 0 } reason ? $"{(code.Length > 0 ? "," : "")} {reason}" : "")}";
    }

    // Ids of tasks and deployments, ARNs and addresses, which differ from task to task.
    [GeneratedRegex(@"arn:[\w-]+:[\w-]+:[\w-]*:\d*:\S+?(?=[\s)]|$)|\b[0-9a-f]{32}\b|\becs-svc/\d+|\b\d{1,3}(?:\.\d{1,3}){3}\b")]
    private static partial Regex Own();
}
