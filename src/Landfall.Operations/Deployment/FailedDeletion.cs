using Landfall.Config;

namespace Landfall.Operations.Deployment;

/// <summary>The details of <see cref="ErrorCodes.DeletionFailed"/>.</summary>
/// <param name="Stacks">How far the deletion came.</param>
internal sealed record FailedDeletion(IReadOnlyList<StackReport> Stacks);
