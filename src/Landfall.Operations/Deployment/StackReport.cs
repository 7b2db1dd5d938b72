namespace Landfall.Operations.Deployment;

/// <summary>One row of a deployment's summary.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Resources">How many resources it has.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record StackReport(string Stack, StackOutcome Outcome, int Resources, double Seconds)
{
    /// <summary>What left the stack and stays in the account.</summary>
    public IReadOnlyList<OwnedResource> Left { get; init; } = [];

    /// <summary>Why it failed, in CloudFormation's words; null when it did not.</summary>
    public string? Reason { get; init; }
}
