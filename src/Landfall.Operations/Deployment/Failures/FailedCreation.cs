using Landfall.Aws.CloudFormation;

namespace Landfall.Operations.Deployment.Failures;

/// <summary>Tells a stack that a failed creation has left.</summary>
internal static class FailedCreation
{
    /// <summary>Whether that is all that there is of a stack. A deletion that failed counts too where the stack has never stood: nothing in it can have been of use.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="client">CloudFormation in its region.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>True or false.</returns>
    public static async Task<bool> HasLeftAsync(Stack stack, CloudFormationClient client, CancellationToken stop)
    {
        if (StackStates.CreationFailed(stack.Status))
            return true;
        if (stack.Status != "DELETE_FAILED")
            return false;
        var events = await client.ListEventsAsync(stack.Id, DateTimeOffset.MinValue, stop).ConfigureAwait(false);
        return !events.Any(e => e.PhysicalId == stack.Id && e.Status is "CREATE_COMPLETE" or "UPDATE_COMPLETE" or "IMPORT_COMPLETE");
    }
}
