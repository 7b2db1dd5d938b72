using System.Net;

namespace Landfall.Operations.Changes.Rules;

/// <summary>A block of addresses.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Network">The network.</param>
internal sealed record AddressBlock(string Text, IPNetwork Network)
{
    /// <summary>Reads a block.</summary>
    /// <param name="text">For example <c>10.0.0.0/16</c>.</param>
    /// <returns>The block, or null.</returns>
    public static AddressBlock? Parse(string? text)
    {
        if (text is null || text.Split('/') is not [var address, var length] || !IPAddress.TryParse(address, out var parsed) || !int.TryParse(length, out var prefix))
            return null;

        // .NET refuses a network with bits set behind its length; AWS cuts them off.
        var bytes = parsed.GetAddressBytes();
        if (prefix < 0 || prefix > bytes.Length * 8)
            return null;
        for (var bit = prefix; bit < bytes.Length * 8; bit++)
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        return new AddressBlock(text, new IPNetwork(new IPAddress(bytes), prefix));
    }

    /// <summary>Whether this block has all addresses of another.</summary>
    /// <param name="other">The other block.</param>
    /// <returns>True when it does.</returns>
    public bool Covers(AddressBlock other) => Network.PrefixLength <= other.Network.PrefixLength && Network.Contains(other.Network.BaseAddress);

    /// <summary>Whether two blocks have an address in common.</summary>
    /// <param name="other">The other block.</param>
    /// <returns>True when they do.</returns>
    public bool Overlaps(AddressBlock other) => Covers(other) || other.Covers(this);
}
