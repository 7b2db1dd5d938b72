namespace Landfall.Operations.Listing;

/// <summary>The stacks of an environment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Account">The account, or null for the credentials'.</param>
/// <param name="Region">The region.</param>
/// <param name="Stacks">The stacks, each after those that it depends on.</param>
internal sealed record ListedEnvironment(
    string Name,
    string? Account,
    string Region,
    IReadOnlyList<ListedStack> Stacks);
