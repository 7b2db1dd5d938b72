namespace Landfall.Operations.Deployment.Passes;

/// <summary>The stages of a deployment, in order: what is new is added, readers move to it, what is old goes.</summary>
internal enum Pass
{
    /// <summary>Stacks that others stand on get what is new, and keep what only their deployed template has.</summary>
    Shared,

    /// <summary>Services move to what is new.</summary>
    Services,

    /// <summary>Stacks that are no longer wanted go.</summary>
    Unwanted,

    /// <summary>Stacks that kept something become what is wanted.</summary>
    Settle,
}
