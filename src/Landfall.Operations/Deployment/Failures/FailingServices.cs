using Landfall.Config.Plan;
using Landfall.Operations.Deployment.Judging;

namespace Landfall.Operations.Deployment.Failures;

/// <summary>
/// Watches the services that CloudFormation waits for. With the first failing task it says why, and gives the stack up where
/// that is wanted, instead of waiting for ECS's circuit breaker.
/// </summary>
/// <param name="target">The account and region.</param>
/// <param name="plan">The environment.</param>
/// <param name="context">Who deploys.</param>
/// <param name="rollBack">True to roll back at once; otherwise a person is asked, and without one ECS goes on trying.</param>
internal sealed class FailingServices(AwsTarget target, AppPlan plan, OperationContext context, bool rollBack)
{
    // Often enough to be told within a minute of a task's end, seldom enough for ECS's limits with fifty services.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private readonly ServiceInspector _inspector = new(target.Session);
    private readonly PausedRollouts _pauses = new(target.Session, plan, context.Watcher.Say);
    private readonly FailedChecks _checks = new(target.Session, plan, context.Time.GetUtcNow(), context.Watcher.Say);
    private readonly JudgedReleases _judged = new(target.Session, plan, context.Time, context.Watcher.Say);
    private readonly Dictionary<string, ServiceFailure> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _givenUp = new(StringComparer.Ordinal);
    private readonly DateTimeOffset _began = context.Time.GetUtcNow();
    private long? _looked;

    /// <summary>Looks at the services of stacks that CloudFormation is at work on.</summary>
    /// <param name="watchers">The stacks.</param>
    /// <param name="stop">Gives up.</param>
    public async Task LookAsync(IReadOnlyList<StackWatcher> watchers, CancellationToken stop)
    {
        if (!target.IsLocal && _looked is { } before && context.Time.GetElapsedTime(before) < Pause)
            return;
        _looked = context.Time.GetTimestamp();
        foreach (var watcher in watchers.Where(w => w.Status?.EndsWith("_IN_PROGRESS", StringComparison.Ordinal) == true))
        {
            foreach (var (_, arn) in watcher.ServicesAtWork)
            {
                await _pauses.LookAsync(watcher.Stack, arn, stop).ConfigureAwait(false);
                await _checks.LookAsync(watcher.Stack, arn, stop).ConfigureAwait(false);
                _seen[arn] = watcher.Stack;
            }
        }

        foreach (var watcher in watchers.Where(w => w.Status is "CREATE_IN_PROGRESS" or "UPDATE_IN_PROGRESS" && !_givenUp.Contains(w.Stack)))
        {
            foreach (var (resource, arn) in watcher.ServicesAtWork)
            {
                await _judged.LookAsync(watcher.Stack, arn, stop).ConfigureAwait(false);
                if (await InspectAsync(watcher.Stack, resource, arn, stop).ConfigureAwait(false) is { } failure)
                    await RespondAsync(watcher, failure, stop).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Says what is left to say: CloudFormation waits for no service any more.</summary>
    /// <param name="stop">Gives up.</param>
    public async Task ConcludeAsync(CancellationToken stop)
    {
        // A check may have failed after the last look, and ECS have taken the deployment back before the next.
        foreach (var (arn, stack) in _seen)
            await _checks.LookAsync(stack, arn, stop).ConfigureAwait(false);
        _judged.Conclude();
    }

    /// <summary>What is known of the failing services of a stack.</summary>
    /// <param name="stack">The stack.</param>
    /// <returns>One failure for each service.</returns>
    public IEnumerable<ServiceFailure> Of(string stack) => _known.Values.Where(f => f.Stack == stack);

    /// <summary>Adds what is known to what CloudFormation says, which is often only that it gave up.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="failure">CloudFormation's reason; null when it has none, because the change was cancelled.</param>
    /// <returns>The failure to show; null when nothing is known.</returns>
    public StackFailure? Explain(string stack, StackFailure? failure)
    {
        if (failure is not null && _checks.Of(stack) is { Count: > 0 } checks)
            return failure with { Evidence = [.. checks] };
        if (failure is not null && _judged.Of(stack) is { } worse)
            return failure with { Evidence = [worse] };
        var known = Of(stack).FirstOrDefault(f => failure is null || f.Resource == failure.Resource);
        return known is null ? failure
            : (failure ?? new StackFailure(stack, known.Resource, "AWS::ECS::Service", "Given up, because its tasks fail."))
                with
            { Evidence = [known.Reason, .. known.Evidence] };
    }

    private async Task<ServiceFailure?> InspectAsync(string stack, string resource, string arn, CancellationToken stop)
    {
        try
        {
            return await _inspector.InspectAsync(stack, resource, arn, _began, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (AwsFailure.Of(e) is not null && !stop.IsCancellationRequested)
        {
            return null; // not allowed, or away for a moment: the deployment goes on, and CloudFormation has its own reason
        }
    }

    private async Task RespondAsync(StackWatcher watcher, ServiceFailure failure, CancellationToken stop)
    {
        var key = $"{failure.Stack}/{failure.Resource}";
        var first = !_known.ContainsKey(key);
        _known[key] = failure;
        if (!first)
            return;
        context.Watcher.Say($"{failure.Stack}: a task of {failure.Resource} has failed: {failure.Reason}");
        foreach (var line in failure.Evidence)
            context.Watcher.Say($"  {line}");
        if (!rollBack && !context.Watcher.CanAsk)
        {
            context.Watcher.Say("ECS starts another task. With --rollback-on-failure a deployment is rolled back at this point.");
            return;
        }

        if (rollBack || await context.Watcher.AgreeAsync(
            new Question("Roll back now, instead of letting ECS try again?", "Add --rollback-on-failure."), stop).ConfigureAwait(false))
        {
            await GiveUpAsync(watcher, stop).ConfigureAwait(false);
        }
    }

    /// <summary>An update can be cancelled; of a creation nothing stands yet, and only its deletion ends it early.</summary>
    private async Task GiveUpAsync(StackWatcher watcher, CancellationToken stop)
    {
        _givenUp.Add(watcher.Stack);
        context.Watcher.Say($"Rolling back {watcher.Stack} …");
        var stacks = target.Regions.ClientOf(watcher.Stack);
        if (await stacks.FindStackAsync(watcher.Stack, stop).ConfigureAwait(false) is not { } stack)
            return;
        if (stack.Status == "UPDATE_IN_PROGRESS")
            await stacks.CancelUpdateAsync(stack.Id, stop).ConfigureAwait(false);
        else if (stack.Status == "CREATE_IN_PROGRESS")
            await stacks.DeleteStackAsync(stack.Id, stop).ConfigureAwait(false);
    }
}
