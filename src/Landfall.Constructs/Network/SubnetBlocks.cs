using Landfall.Config.Values;

namespace Landfall.Constructs.Network;

/// <summary>
/// Divides a VPC's block. Each zone's private subnet is a quarter and the public subnets share the last one, so that a
/// third zone can come later without moving anything.
/// </summary>
internal static class SubnetBlocks
{
    /// <summary>The block of a zone's private subnet.</summary>
    /// <param name="vpc">The VPC's block.</param>
    /// <param name="zone">0 to 2.</param>
    /// <returns>A quarter of the VPC.</returns>
    public static string Private(string vpc, int zone) => Part(vpc, 2, zone);

    /// <summary>The block of a zone's public subnet.</summary>
    /// <param name="vpc">The VPC's block.</param>
    /// <param name="zone">0 to 2.</param>
    /// <returns>A sixteenth of the VPC.</returns>
    public static string Public(string vpc, int zone) => Part(vpc, 4, 12 + zone);

    private static string Part(string vpc, int bits, int index)
    {
        var block = CidrBlock.Parse(vpc);
        var prefix = block.Prefix + bits;
        return new CidrBlock(block.Address + ((uint)index << (32 - prefix)), prefix).ToString();
    }
}
