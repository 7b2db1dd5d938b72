namespace Landfall.Operations.Deployment;

/// <summary>What was taken down.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Account">The account.</param>
/// <param name="Region">The region.</param>
/// <param name="Stacks">The deleted stacks; none when nothing was deployed.</param>
/// <param name="Retained">What stays in the account.</param>
internal sealed record Destruction(
    string App,
    string Environment,
    string Account,
    string Region,
    IReadOnlyList<StackReport> Stacks,
    IReadOnlyList<OwnedResource> Retained)
{
    /// <summary>How long it took, in seconds.</summary>
    public double Seconds { get; init; }
}
