using Landfall.Config;
using Landfall.Operations.Deployment;
using Landfall.Operations.Images;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Auditing;

/// <summary>Writes a change into the environment's audit trail once it has ended, however that was.</summary>
/// <param name="project">The project and environment.</param>
/// <param name="target">The account and region.</param>
/// <param name="operation">What is done, for example <c>deploy</c>.</param>
/// <param name="context">Who does it.</param>
internal sealed class Recorder(Project project, AwsTarget target, string operation, OperationContext context)
{
    // At the end nobody waits long for the trail.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Makes a change, and writes it down.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="change">Makes it, and notes what it does.</param>
    /// <returns>What it gave.</returns>
    public async Task<T> RunAsync<T>(Func<ChangeRecord, Task<T>> change)
    {
        var (record, began) = (new ChangeRecord(), context.Time.GetUtcNow());
        try
        {
            var result = await change(record).ConfigureAwait(false);
            await WriteAsync(record, began, ChangeOutcome.Done, null).ConfigureAwait(false);
            return result;
        }
        catch (Exception e)
        {
            await WriteAsync(record, began, OutcomeOf(e, record), CodeOf(e)).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// The change is made or has failed already: whatever keeps it from the trail must not hide that, and is said instead.
    /// </summary>
    private async Task WriteAsync(ChangeRecord record, DateTimeOffset began, ChangeOutcome outcome, string? error)
    {
        if (!record.HasBegun)
            return;

        // Not the caller's own token: who stops a change half-way makes one that has to be known.
        using var limit = new CancellationTokenSource(Limit, context.Time);
        try
        {
            using var store = new AccountTrailStore(target, project.Plan);
            var entry = new AuditEntry(
                0, "", began, context.Time.GetUtcNow(), await target.Session.GetCallerAsync(limit.Token).ConfigureAwait(false), context.Caller.Name, context.Caller.Door, operation, outcome, record.Subjects)
            {
                Ci = BuildServerRun.Find(Environment.GetEnvironmentVariable),
                Commit = await GitCommit.FindAsync(project.Root, limit.Token).ConfigureAwait(false) ?? BuildServerRun.Commit(Environment.GetEnvironmentVariable),
                Error = error,
            };
            await new TrailWriter(store).AppendAsync(entry, limit.Token).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            context.Watcher.Say(
                $"{ErrorCodes.AuditNotWritten} WARNING: '{operation}' of {project.Plan.App} {project.Plan.Environment} is not in the audit trail: {(AwsFailure.Of(e)?.Message ?? e.Message).TrimEnd('.')}. What was done stands; CloudTrail has its calls.");
        }
    }

    private static ChangeOutcome OutcomeOf(Exception e, ChangeRecord record) => e switch
    {
        OperationCanceledException { InnerException: not TimeoutException } => ChangeOutcome.Interrupted,
        _ => record.IsRolledBack ? ChangeOutcome.RolledBack : ChangeOutcome.Failed,
    };

    /// <summary>The code alone: a message may quote what AWS was given.</summary>
    private static string CodeOf(Exception e) => e switch
    {
        LandfallException known => known.Code,
        OperationCanceledException { InnerException: not TimeoutException } => ErrorCodes.Cancelled,
        _ => AwsFailure.Of(e)?.Code ?? ErrorCodes.Bug,
    };
}
