namespace Landfall.Operations.Deployment;

/// <summary>How one stack of a deployment ended.</summary>
internal enum StackOutcome
{
    /// <summary>It was not there before.</summary>
    Created,

    /// <summary>Something in it changed.</summary>
    Updated,

    /// <summary>It was as the file wants it already.</summary>
    Unchanged,

    /// <summary>It is no longer in the file and was deleted.</summary>
    Deleted,

    /// <summary>CloudFormation gave up and rolled back.</summary>
    Failed,

    /// <summary>It was not reached because another one failed.</summary>
    NotReached,

    /// <summary>It is no longer in the file, and nobody has agreed to its deletion.</summary>
    LeftInPlace,
}
