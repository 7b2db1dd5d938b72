namespace Landfall.Operations.Accounts;

/// <summary>
/// The zones that an environment takes. A subnet that went to another zone would be a new one, with everything in it; so
/// what stands comes first, then what was chosen earlier, and only then what is new.
/// </summary>
internal static class PinnedZones
{
    /// <summary>Puts zones in order.</summary>
    /// <param name="deployed">The zones of the subnets that stand, in the order of the subnets.</param>
    /// <param name="recorded">The zones that were chosen earlier, or null.</param>
    /// <param name="usable">The zones that serve now, the best first.</param>
    /// <returns>The zones; those that stand stay even where they serve no longer.</returns>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> deployed, IReadOnlyList<string>? recorded, IReadOnlyList<string> usable) =>
        [.. deployed.Concat((recorded ?? []).Where(usable.Contains)).Concat(usable).Distinct(StringComparer.Ordinal)];
}
