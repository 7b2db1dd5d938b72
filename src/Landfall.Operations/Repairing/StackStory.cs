using Landfall.Aws.CloudFormation;
using Landfall.Operations.Deployment;

namespace Landfall.Operations.Repairing;

/// <summary>What the events of a stack say of the state that it is in.</summary>
/// <param name="stack">The stack.</param>
/// <param name="events">Its events, the last one first.</param>
internal sealed class StackStory(Stack stack, IReadOnlyList<StackEvent> events)
{
    /// <summary>Since when it is in its state.</summary>
    public DateTimeOffset Since => events.FirstOrDefault(e => IsOwn(e) && e.Status == stack.Status)?.Time ?? stack.Updated;

    /// <summary>What has failed in the operation that got it there, the first failure first.</summary>
    public IReadOnlyList<StackFailure> Failures =>
        [.. In(Began).Reverse().Where(Fails).DistinctBy(e => (e.LogicalId, e.Reason)).Select(e => new StackFailure(stack.Name, e.LogicalId, e.Type, e.Reason ?? "No reason was given."))];

    /// <summary>What the last phase, a rollback or a deletion, has not got past.</summary>
    public IReadOnlyList<string> Blocking => stack.Status is not ("UPDATE_ROLLBACK_FAILED" or "DELETE_FAILED")
        ? []
        : [.. In(status => status is "UPDATE_ROLLBACK_IN_PROGRESS" or "DELETE_IN_PROGRESS")
            .Where(e => !IsOwn(e)).DistinctBy(e => e.LogicalId).Where(Fails).Select(e => e.LogicalId).Order(StringComparer.Ordinal)];

    private bool Began(string status) => stack.Status switch
    {
        "DELETE_FAILED" => status == "DELETE_IN_PROGRESS",
        "UPDATE_ROLLBACK_FAILED" or "UPDATE_FAILED" => status == "UPDATE_IN_PROGRESS",
        _ => status is "CREATE_IN_PROGRESS" or "UPDATE_IN_PROGRESS" or "DELETE_IN_PROGRESS",
    };

    /// <summary>The events since the last of the stack's own that begins something, the last one first.</summary>
    private IEnumerable<StackEvent> In(Func<string, bool> begins) => events.TakeWhile(e => !IsOwn(e) || !begins(e.Status));

    /// <summary>Resources that were stopped because another failed say "cancelled": they are not the cause.</summary>
    private bool Fails(StackEvent e) =>
        !IsOwn(e) && e.Status.EndsWith("_FAILED", StringComparison.Ordinal) && e.Reason?.Contains("cancelled", StringComparison.OrdinalIgnoreCase) != true;

    private bool IsOwn(StackEvent e) => e.PhysicalId == stack.Id;
}
