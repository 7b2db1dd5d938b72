using System.Text.Json.Serialization;
using Landfall.Config.Plan;
using Landfall.Operations.Auditing;

namespace Landfall.Operations.History;

/// <summary>Something that was done to an environment.</summary>
/// <param name="Number">Its number in the audit trail.</param>
/// <param name="At">When it ended.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Operation">What was done: <c>deploy</c>.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Services">The services of the file that it was about.</param>
/// <param name="By">Who did it, in short.</param>
internal sealed record HistoryEntry(
    long Number, DateTimeOffset At, HistoryKind Kind, string Operation, ChangeOutcome Outcome, IReadOnlyList<string> Services, string By)
{
    /// <summary>The project's commit; null where it is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Commit { get; init; }

    /// <summary>Reads an entry of the trail.</summary>
    /// <param name="plan">The environment.</param>
    /// <param name="entry">The entry.</param>
    /// <returns>What happened.</returns>
    public static HistoryEntry Of(AppPlan plan, AuditEntry entry)
    {
        var subjects = entry.Subjects.Select(subject => subject.Name).ToHashSet(StringComparer.Ordinal);
        return new HistoryEntry(
            entry.Number,
            entry.Ended,
            KindOf(entry.Operation),
            entry.Operation,
            entry.Outcome,
            [.. plan.Services.Where(service => subjects.Contains(service.Name) || subjects.Contains(service.Title) || subjects.Contains(plan.AwsNames.Stack(service.Name))).Select(service => service.Title)],
            WhoOf(entry))
        {
            Commit = entry.Commit,
        };
    }

    private static HistoryKind KindOf(string operation) => operation switch
    {
        "release" or "rollback" => HistoryKind.Release,
        "deploy" or "destroy" => HistoryKind.Deployment,
        _ => HistoryKind.Change,
    };

    /// <summary>The end of the ARN, which AWS vouches for, with the person behind a build server's role.</summary>
    private static string WhoOf(AuditEntry entry)
    {
        var name = entry.By[(entry.By.LastIndexOf(':') + 1)..];
        return entry.Ci is { } ci ? $"{name} ({ci.Split(',')[0]})" : name;
    }
}
