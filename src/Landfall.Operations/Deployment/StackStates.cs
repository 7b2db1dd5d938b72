namespace Landfall.Operations.Deployment;

/// <summary>What CloudFormation's states of a stack mean for what can be done with it.</summary>
internal static class StackStates
{
    /// <summary>Whether a stack was created and takes changes.</summary>
    /// <param name="status">CloudFormation's status.</param>
    /// <returns>False also while CloudFormation is at work on it.</returns>
    public static bool Stands(string status) =>
        status is "CREATE_COMPLETE" or "UPDATE_COMPLETE" or "UPDATE_ROLLBACK_COMPLETE" or "IMPORT_COMPLETE" or "IMPORT_ROLLBACK_COMPLETE";

    /// <summary>Whether CloudFormation is at work on a stack.</summary>
    /// <param name="status">CloudFormation's status.</param>
    /// <returns>False for a stack that only has a change set to be reviewed.</returns>
    public static bool IsBusy(string status) => status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal) && status != "REVIEW_IN_PROGRESS";

    /// <summary>Whether the creation of a stack failed; it can only be deleted.</summary>
    /// <param name="status">CloudFormation's status.</param>
    /// <returns>True or false.</returns>
    public static bool CreationFailed(string status) => status is "CREATE_FAILED" or "ROLLBACK_COMPLETE" or "ROLLBACK_FAILED";
}
