using Landfall.AIOps.Changes;
using Landfall.Config.Loading;
using Landfall.Config.Plan;
using Landfall.Operations.Auditing;
using Landfall.Operations.History;
using Landfall.Operator.Loop;
using Landfall.Operator.Signals;

namespace Landfall.Operator.Sources;

/// <summary>What was done to an environment by Landfall, from its audit trail: releases, deployments, restarts, secrets.</summary>
/// <param name="store">The trail.</param>
/// <param name="plan">The environment.</param>
internal sealed class ChangeSource(ITrailStore store, AppPlan plan) : ISignalSource
{
    /// <summary>Who says so, in the changes that come from here.</summary>
    public const string Landfall = "landfall";

    private static readonly string[] Failures = [.. Enum.GetValues<ChangeOutcome>().Where(outcome => outcome != ChangeOutcome.Done).Select(Word)];

    private const string Release = "release by ";

    // More than are made within the time that a cause is looked for in; each is a request.
    private const int Most = 40;

    private string? _head;
    private IReadOnlyList<ChangeEvent> _changes = [];

    /// <inheritdoc />
    public string Name => "Landfall's audit trail";

    /// <inheritdoc />
    public async Task<SourceReading> ReadAsync(DateTimeOffset now, CancellationToken stop)
    {
        // Each entry is a request, and entries never change: while the head is the same, so are they.
        var head = await store.FindHeadAsync(stop).ConfigureAwait(false);
        if (head is not null && head != _head)
        {
            var from = now - OperatorOptions.ChangeMemory;
            var entries = await Trail.ReadBackAsync(store, Most, stop).TakeWhile(entry => entry.Ended >= from).ToListAsync(stop).ConfigureAwait(false);
            _changes = [.. entries.SelectMany(Of)];
            _head = head;
        }

        return new SourceReading(Name) { Changes = _changes };
    }

    /// <summary>A change for each service that an entry is about; one of what all services stand on is about each of them.</summary>
    private IEnumerable<ChangeEvent> Of(AuditEntry entry)
    {
        var history = HistoryEntry.Of(plan, entry);
        var nodes = history.Services.Count > 0 ? history.Services : [.. plan.Services.Select(service => service.Title)];
        return nodes.Select(node => new ChangeEvent(entry.Began, node, KindOf(entry.Operation), Legible.Line(Summary(entry, history, node)), Landfall));
    }

    /// <summary>Whether a change was the release of an image that has succeeded.</summary>
    /// <param name="change">The change.</param>
    public static bool IsRelease(ChangeEvent change) =>
        change is { Source: Landfall, Kind: ChangeKind.Deployment } && change.Summary.StartsWith(Release, StringComparison.Ordinal) && !Failures.Any(word => change.Summary.EndsWith(word, StringComparison.Ordinal));

    private static ChangeKind KindOf(string operation) => operation switch
    {
        "deploy" or "release" or "rollback" or "destroy" => ChangeKind.Deployment,
        "secret set" or "secret rotate" => ChangeKind.Configuration,
        "scale" or "pause" or "resume" or "sleep" or "wake" or "resize" => ChangeKind.Scaling,
        "restart" => ChangeKind.Restart,
        _ => ChangeKind.Other,
    };

    private string Summary(AuditEntry entry, HistoryEntry history, string node)
    {
        var name = plan.Services.First(service => service.Title == node).Name;
        var subject = entry.Subjects.FirstOrDefault(one => one.Name == name || one.Name == node || one.Name == plan.AwsNames.Stack(name));
        var what = subject is { Before: { } before, After: { } after } && before != after ? $" ({before} → {after})" : "";
        var outcome = entry.Outcome == ChangeOutcome.Done ? "" : Word(entry.Outcome);
        return $"{entry.Operation} by {history.By}{(entry.Commit is { } commit ? $", commit {Short(commit)}" : "")}{what}{outcome}";
    }

    /// <summary>How a change that was not made ended, at the end of its line.</summary>
    private static string Word(ChangeOutcome outcome) => $", {(outcome == ChangeOutcome.RolledBack ? "rolled back" : outcome.ToString().ToLowerInvariant())}";

    /// <summary>The first letters of a commit, as git shows it, and whether files differed from it.</summary>
    private static string Short(string commit) => commit.Length <= 8 ? commit : commit[..8] + (commit.EndsWith("-dirty", StringComparison.Ordinal) ? "-dirty" : "");
}
