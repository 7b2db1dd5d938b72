namespace Landfall.Operations.Changes;

/// <summary>What a deployment may do.</summary>
/// <param name="Change">The change that is agreed to.</param>
/// <param name="Removes">Whether stacks that are no longer wanted go; otherwise they are left in place.</param>
internal sealed record Agreement(Change Change, bool Removes);
