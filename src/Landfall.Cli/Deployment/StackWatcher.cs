using Landfall.Aws.CloudFormation;

namespace Landfall.Cli.Deployment;

/// <summary>Follows one stack while the CDK CLI deploys it.</summary>
/// <param name="client">CloudFormation.</param>
/// <param name="stack">The stack's name.</param>
/// <param name="total">How many resources its template has.</param>
/// <param name="began">When the deployment began; older events are somebody else's.</param>
internal sealed class StackWatcher(CloudFormationClient client, string stack, int total, DateTimeOffset began)
{
    private readonly Dictionary<string, StackEvent> _latest = new(StringComparer.Ordinal);
    private StackEvent? _failure;

    /// <summary>The stack's name.</summary>
    public string Stack => stack;

    /// <summary>How many resources the template has.</summary>
    public int Total => total;

    /// <summary>How many resources have reached their state in this deployment.</summary>
    public int Done => _latest.Values.Count(e => e.LogicalId != stack && e.Status.EndsWith("_COMPLETE", StringComparison.Ordinal));

    /// <summary>The stack's own status in this deployment, or null while nothing has happened to it.</summary>
    public string? Status => _latest.GetValueOrDefault(stack)?.Status;

    /// <summary>A resource that is being worked on, or null.</summary>
    public string? Current =>
        _latest.Values.Where(e => e.LogicalId != stack && e.Status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal))
            .OrderBy(e => e.Time).Select(e => e.LogicalId).FirstOrDefault();

    /// <summary>When the stack began to change, or null.</summary>
    public DateTimeOffset? First { get; private set; }

    /// <summary>When the last event came, or null.</summary>
    public DateTimeOffset? Last { get; private set; }

    /// <summary>The first resource that failed, or null.</summary>
    public StackFailure? Failure =>
        _failure is null ? null : new StackFailure(stack, _failure.LogicalId, _failure.Type, _failure.Reason ?? "no reason was given.");

    /// <summary>Reads what has happened since the deployment began.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task PollAsync(CancellationToken cancellation)
    {
        IReadOnlyList<StackEvent> events;
        try
        {
            events = await client.ListEventsAsync(stack, began, cancellation).ConfigureAwait(false);
        }
        catch (Landfall.Aws.AwsException e) when (e.Code == "ValidationError")
        {
            return; // The stack is not there yet.
        }

        foreach (var e in events.Reverse())
        {
            First ??= e.Time;
            Last = e.Time;
            _latest[e.LogicalId] = e;
            // Resources that were stopped because another failed say "cancelled": they are not the cause.
            if (e.Status.EndsWith("_FAILED", StringComparison.Ordinal) && e.LogicalId != stack
                && e.Reason?.Contains("cancelled", StringComparison.OrdinalIgnoreCase) != true)
            {
                _failure = _failure is null || e.Time < _failure.Time ? e : _failure;
            }
        }
    }
}
