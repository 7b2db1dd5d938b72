namespace Landfall.Operations.Listing;

/// <summary>The stacks of a project.</summary>
/// <param name="App">The application.</param>
/// <param name="Environments">The environments, in the file's order.</param>
internal sealed record ProjectListing(
    string App,
    IReadOnlyList<ListedEnvironment> Environments);
