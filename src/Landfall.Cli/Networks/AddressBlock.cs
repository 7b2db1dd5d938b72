using System.Buffers.Binary;
using System.Globalization;
using System.Net;

namespace Landfall.Cli.Networks;

/// <summary>An IPv4 address block as a range of numbers.</summary>
/// <param name="First">The first address.</param>
/// <param name="Prefix">The prefix length.</param>
internal readonly record struct AddressBlock(uint First, int Prefix)
{
    /// <summary>One past the last address.</summary>
    public long End => First + (1L << (32 - Prefix));

    /// <summary>Reads a block as AWS writes it.</summary>
    /// <param name="cidr">For example <c>10.0.0.0/16</c>.</param>
    /// <returns>The block.</returns>
    /// <exception cref="FormatException">It is none.</exception>
    public static AddressBlock Parse(string cidr)
    {
        var network = IPNetwork.Parse(cidr);
        return new AddressBlock(BinaryPrimitives.ReadUInt32BigEndian(network.BaseAddress.GetAddressBytes()), network.PrefixLength);
    }

    /// <summary>True when the blocks share an address.</summary>
    /// <param name="other">The other block.</param>
    /// <returns>True or false.</returns>
    public bool Overlaps(AddressBlock other) => First < other.End && other.First < End;

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{First >> 24}.{(First >> 16) & 255}.{(First >> 8) & 255}.{First & 255}/{Prefix}");
}
