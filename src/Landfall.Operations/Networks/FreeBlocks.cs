using Landfall.Config.Values;

namespace Landfall.Operations.Networks;

/// <summary>Finds room in a VPC for new subnets.</summary>
internal static class FreeBlocks
{
    /// <summary>Finds the lowest aligned blocks that overlap nothing.</summary>
    /// <param name="vpc">The VPC's blocks, the primary one first; searched in this order.</param>
    /// <param name="taken">Blocks of the subnets that exist.</param>
    /// <param name="prefix">The prefix length of the blocks to find.</param>
    /// <param name="count">How many to find.</param>
    /// <returns>The blocks; fewer than asked for when there is no more room.</returns>
    public static IReadOnlyList<CidrBlock> Find(
        IReadOnlyList<CidrBlock> vpc, IReadOnlyList<CidrBlock> taken, int prefix, int count)
    {
        var found = new List<CidrBlock>();
        var size = 1L << (32 - prefix);
        foreach (var block in vpc)
        {
            // A block begins at a multiple of its own size, and so of every smaller one's; 64-bit, as the last ends past 32.
            for (long next = block.Address; found.Count < count && next + size <= block.End; next += size)
            {
                var candidate = new CidrBlock((uint)next, prefix);
                if (!taken.Any(candidate.Overlaps))
                    found.Add(candidate);
            }
        }

        return found;
    }
}
