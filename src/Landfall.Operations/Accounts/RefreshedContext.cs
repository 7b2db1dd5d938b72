namespace Landfall.Operations.Accounts;

/// <summary>What was looked up again.</summary>
/// <param name="File">The file with the facts.</param>
/// <param name="Written">True when it was written.</param>
/// <param name="Environments">The environments.</param>
/// <param name="Changes">The facts that are others than before.</param>
internal sealed record RefreshedContext(
    string File,
    bool Written,
    IReadOnlyList<string> Environments,
    IReadOnlyList<FactDifference> Changes);
