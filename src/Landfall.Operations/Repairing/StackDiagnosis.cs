using Landfall.Aws.CloudFormation;
using Landfall.Operations.Deployment;
using Landfall.Operations.Deployment.Failures;

namespace Landfall.Operations.Repairing;

/// <summary>Finds out what a stack is stuck in and what ends it.</summary>
/// <param name="regions">The regions that the stacks are in.</param>
/// <param name="parameters">What the caller has named.</param>
internal sealed class StackDiagnosis(StackRegions regions, RepairParameters parameters)
{
    // A minute before the last change began by AWS's own clock: what was there before is none of it.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>Looks at a stack.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>What is wrong with it; null where it takes deployments.</returns>
    public async Task<StuckStack?> FindAsync(Stack stack, CancellationToken stop)
    {
        if (StackStates.Stands(stack.Status))
            return null;
        var client = regions.ClientOf(stack.Name);
        var story = new StackStory(stack, await client.ListEventsAsync(stack.Id, stack.Updated - Margin, stop).ConfigureAwait(false));
        var (remedy, does) = Of(stack, await FailedCreation.HasLeftAsync(stack, client, stop).ConfigureAwait(false));
        var failures = story.Failures;
        return new StuckStack(stack.Name, stack.Status, story.Since, failures, story.Blocking, remedy, does)
        {
            Advice = failures.Select(FailureAdvice.For).FirstOrDefault(advice => advice is not null),
            Effects = [.. Named(parameters.Skip, remedy == Remedy.ContinueRollback, story, "is not rolled back: it stays as it is now, while CloudFormation takes it for what it was before the update. Bring it there, or deploy what it is, before anything else"),
                .. Named(parameters.Retain, remedy == Remedy.Delete && stack.Status == "DELETE_FAILED", story, "stays in the account, belongs to no stack any more, and costs what it costs until somebody deletes it")],
        };
    }

    private static IEnumerable<string> Named(IReadOnlyList<string> names, bool applies, StackStory story, string means) =>
        applies ? names.Where(story.Blocking.Contains).Select(name => $"{name} {means}.") : [];

    private (Remedy Remedy, string Does) Of(Stack stack, bool isLeftByCreation) => stack.Status switch
    {
        "UPDATE_ROLLBACK_FAILED" => (Remedy.ContinueRollback, "Its rollback goes on, to what it was before the update. It stops again at what is not mended."),
        "UPDATE_FAILED" => (Remedy.RollBack, "Its failed update is rolled back, to what it was before."),
        "REVIEW_IN_PROGRESS" => (Remedy.Delete, "It is empty, made for a change set that was never executed, and is deleted with that."),
        "ROLLBACK_COMPLETE" => (Remedy.Delete, "It could not be created and is empty: it is deleted."),
        _ when isLeftByCreation => (Remedy.Delete, "It could not be created: what that has left is deleted."),
        "DELETE_FAILED" => (Remedy.Delete, "Its deletion goes on. It stops again at what is not mended."),
        "UPDATE_IN_PROGRESS" when parameters.Cancel => (Remedy.Cancel, "The update is given up and rolled back, to what it was before."),
        "UPDATE_IN_PROGRESS" => (Remedy.Wait, "CloudFormation is at work on it, which ends by itself. With --cancel the update is given up and rolled back."),
        _ when StackStates.IsBusy(stack.Status) => (Remedy.Wait, "CloudFormation is at work on it, which ends by itself."),
        _ => (Remedy.ByHand, "CloudFormation offers no way out of this state but to delete the stack: look at it in its console."),
    };
}
