namespace Landfall.AIOps.RootCause;

/// <summary>What a node would explain if it were the cause.</summary>
/// <param name="Share">The share of all symptoms that lie at it and at what depends on it, in [0, 1].</param>
/// <param name="Explained">The other nodes with symptoms that it would explain, the nearest first.</param>
/// <param name="ReachesTarget">Whether the place where trouble was noticed is the node or depends on it.</param>
internal sealed record Coverage(double Share, IReadOnlyList<string> Explained, bool ReachesTarget);
