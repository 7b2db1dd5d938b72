namespace Landfall.Operations.Changes;

/// <summary>What happens to a stack.</summary>
internal enum StackAction
{
    /// <summary>It is not there yet.</summary>
    Create,

    /// <summary>Something in it changes.</summary>
    Update,

    /// <summary>It is no longer wanted.</summary>
    Delete,
}
