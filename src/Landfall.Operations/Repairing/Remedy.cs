namespace Landfall.Operations.Repairing;

/// <summary>What ends the state that a stack is stuck in.</summary>
internal enum Remedy
{
    /// <summary>Its rollback goes on.</summary>
    ContinueRollback,

    /// <summary>Its failed update is rolled back.</summary>
    RollBack,

    /// <summary>The update that CloudFormation is at is given up and rolled back.</summary>
    Cancel,

    /// <summary>It is deleted.</summary>
    Delete,

    /// <summary>CloudFormation is at work: that ends by itself.</summary>
    Wait,

    /// <summary>Only a person can.</summary>
    ByHand,
}
