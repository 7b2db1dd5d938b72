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
        foreach (var block in vpc)
        {
            var next = (long)block.Address;
            while (found.Count < count && next + (1L << (32 - prefix)) <= block.End)
            {
                var candidate = new CidrBlock((uint)next, prefix);
                var hit = taken.Where(candidate.Overlaps).Select(t => (long?)t.End).Max();
                if (hit is null)
                    found.Add(candidate);
                // Past what is in the way, and up to the next address that such a block may begin at.
                var size = 1L << (32 - prefix);
                next = ((hit ?? candidate.End) + size - 1) / size * size;
            }
        }

        return found;
    }
}
