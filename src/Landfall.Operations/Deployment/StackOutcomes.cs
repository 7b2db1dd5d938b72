namespace Landfall.Operations.Deployment;

/// <summary>Judges how a stack of a deployment ended.</summary>
internal static class StackOutcomes
{
    /// <summary>Judges one stack.</summary>
    /// <param name="before">Its status before the deployment; null when it was not there.</param>
    /// <param name="after">Its status now; null when it is not there.</param>
    /// <param name="touched">Whether anything happened to it.</param>
    /// <param name="resourceFailed">Whether one of its resources failed.</param>
    /// <param name="runFailed">Whether the deployment as a whole failed, so that what was not touched may only not have been reached.</param>
    /// <param name="asWanted">Whether it was deployed with the template that is wanted.</param>
    /// <returns>How it ended.</returns>
    public static StackOutcome Judge(string? before, string? after, bool touched, bool resourceFailed, bool runFailed, bool asWanted)
    {
        if (after is null)
            return touched ? StackOutcome.Failed : StackOutcome.NotReached;
        if (resourceFailed || (touched && !StackStates.Stands(after)) || (touched && after.Contains("ROLLBACK", StringComparison.Ordinal)))
            return StackOutcome.Failed;
        if (touched)
            return before is not null && StackStates.Stands(before) ? StackOutcome.Updated : StackOutcome.Created;
        return StackStates.Stands(after) && (asWanted || !runFailed) ? StackOutcome.Unchanged : StackOutcome.NotReached;
    }
}
