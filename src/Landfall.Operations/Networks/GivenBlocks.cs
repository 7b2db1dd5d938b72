using Landfall.Config;
using Landfall.Config.Values;

namespace Landfall.Operations.Networks;

/// <summary>Checks the blocks that the file gives against the VPC as it is, which only the account knows.</summary>
internal static class GivenBlocks
{
    /// <summary>Makes sure that subnets of these blocks can be made.</summary>
    /// <param name="vpc">The VPC's blocks.</param>
    /// <param name="taken">Blocks of the subnets that others have in it.</param>
    /// <param name="given">The blocks that the file gives.</param>
    /// <exception cref="LandfallException">A block is outside the VPC or taken.</exception>
    public static void Check(IReadOnlyList<CidrBlock> vpc, IReadOnlyList<CidrBlock> taken, IReadOnlyList<CidrBlock> given)
    {
        List<string> problems =
        [
            .. given.Where(block => !vpc.Any(whole => whole.Contains(block)))
                .Select(block => $"{block} is not inside the VPC ({string.Join(", ", vpc)})"),
            .. from block in given
               from other in taken
               where block.Overlaps(other)
               select $"{block} overlaps the existing subnet {other}",
        ];
        if (problems.Count > 0)
            throw new LandfallException(ErrorCodes.GivenBlocksUnfit, $"The blocks of 'network.subnets' do not fit: {string.Join("; ", problems)}. Change them, or leave them out to have free ones found.");
    }
}
