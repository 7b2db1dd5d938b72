using Landfall.Aws;
using Landfall.Aws.CloudFormation;

namespace Landfall.Operations.Deployment;

/// <summary>Follows one stack while the CDK CLI deploys it.</summary>
/// <param name="client">CloudFormation.</param>
/// <param name="stack">The stack's name.</param>
/// <param name="total">How many resources its template has.</param>
/// <param name="began">When the deployment began.</param>
internal sealed class StackWatcher(CloudFormationClient client, string stack, int total, DateTimeOffset began)
{
    // AWS's clock and this machine's may differ by minutes: events that were there before are known by their ids.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(10);

    private readonly HashSet<string> _earlier = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StackEvent> _latest = new(StringComparer.Ordinal);
    private StackEvent? _failure;

    /// <summary>How far it is.</summary>
    public StackProgress Progress => new(Stack, Done, Total, Status, Current);

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

    /// <summary>The services of ECS that CloudFormation waits for, by logical id, with their ARNs.</summary>
    public IEnumerable<(string Resource, string Arn)> ServicesAtWork =>
        _latest.Values.Where(e => e.Type == "AWS::ECS::Service" && e.Status is "CREATE_IN_PROGRESS" or "UPDATE_IN_PROGRESS" && e.PhysicalId.Contains(":service/", StringComparison.Ordinal))
            .Select(e => (e.LogicalId, e.PhysicalId));

    /// <summary>Resources that left the stack and stay in the account, because their policy retains them.</summary>
    public IReadOnlyList<OwnedResource> Left =>
    [
        .. _latest.Values.Where(e => e.Status == "DELETE_SKIPPED").OrderBy(e => e.LogicalId, StringComparer.Ordinal)
            .Select(e => new OwnedResource(stack, e.Type, e.PhysicalId)),
    ];

    /// <summary>When the stack began to change, or null.</summary>
    public DateTimeOffset? First { get; private set; }

    /// <summary>When the last event came, or null.</summary>
    public DateTimeOffset? Last { get; private set; }

    /// <summary>The first resource that failed, or null.</summary>
    public StackFailure? Failure =>
        _failure is null ? null : new StackFailure(stack, _failure.LogicalId, _failure.Type, _failure.Reason ?? "no reason was given.");

    /// <summary>Remembers what happened before the deployment.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task BeginAsync(CancellationToken cancellation) =>
        _earlier.UnionWith((await ListAsync(cancellation).ConfigureAwait(false)).Select(e => e.Id));

    /// <summary>Reads what has happened since the deployment began.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task PollAsync(CancellationToken cancellation)
    {
        foreach (var e in (await ListAsync(cancellation).ConfigureAwait(false)).Reverse().Where(e => !_earlier.Contains(e.Id)))
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

    private async Task<IReadOnlyList<StackEvent>> ListAsync(CancellationToken cancellation)
    {
        try
        {
            return await client.ListEventsAsync(stack, began - ClockSkew, cancellation).ConfigureAwait(false);
        }
        catch (AwsException e) when (e.Code == "ValidationError")
        {
            return []; // The stack is not there yet.
        }
    }
}
