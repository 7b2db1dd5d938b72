namespace Landfall.Operations.Changes;

/// <summary>What happens to one stack.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Action">Whether it is created, updated or deleted.</param>
/// <param name="Resources">Its resources that change, by logical id.</param>
internal sealed record StackChange(string Name, StackAction Action, IReadOnlyList<ResourceChange> Resources);
