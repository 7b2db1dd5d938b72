using System.Globalization;

namespace Landfall.Config.Values;

/// <summary>An IPv4 address block.</summary>
/// <param name="Address">The first address.</param>
/// <param name="Prefix">The prefix length, 0 to 32.</param>
internal readonly record struct CidrBlock(uint Address, int Prefix)
{
    private static readonly CidrBlock[] PrivateRanges =
        [new(0x0A00_0000, 8), new(0xAC10_0000, 12), new(0xC0A8_0000, 16), new(0x6440_0000, 10)];

    /// <summary>The number of addresses in the block.</summary>
    public long Size => 1L << (32 - Prefix);

    /// <summary>One past the last address.</summary>
    public long End => Address + Size;

    /// <summary>True for blocks of RFC 1918 and RFC 6598, which are what a VPC should have.</summary>
    public bool IsPrivate
    {
        get
        {
            var block = this;
            return PrivateRanges.Any(range => range.Contains(block));
        }
    }

    /// <summary>Reads a block that was validated, or that AWS wrote.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The block.</returns>
    /// <exception cref="FormatException">It is none.</exception>
    public static CidrBlock Parse(string text) =>
        Parse(text, out var block) is { } wrong ? throw new FormatException($"'{text}' {wrong}.") : block;

    /// <summary>Reads a block such as <c>10.0.0.0/16</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="block">The block.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public static string? Parse(string text, out CidrBlock block)
    {
        block = default;
        var slash = text.IndexOf('/');
        var parts = slash < 0 ? [] : text[..slash].Split('.');
        if (parts.Length != 4 || !Number(text[(slash + 1)..], 32, out var prefix))
        {
            return "is not an address block such as 10.0.0.0/16";
        }

        var address = 0u;
        foreach (var part in parts)
        {
            if (!Number(part, 255, out var octet))
            {
                return $"is not an address block: '{part}' is not from 0 to 255";
            }

            address = (address << 8) | (uint)octet;
        }

        var first = prefix == 0 ? 0 : address & (uint.MaxValue << (32 - prefix));
        block = new CidrBlock(first, prefix);
        return first == address ? null : $"does not begin at the block's first address; write {block}";
    }

    /// <summary>True when every address of the other block is in this one.</summary>
    public bool Contains(CidrBlock other) => other.Prefix >= Prefix && Overlaps(other);

    /// <summary>True when the blocks have an address in common.</summary>
    public bool Overlaps(CidrBlock other) =>
        Address < other.End && other.Address < End;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Address >> 24}.{(Address >> 16) & 255}.{(Address >> 8) & 255}.{Address & 255}/{Prefix}");

    private static bool Number(string text, int max, out int number)
    {
        number = 0;
        return text.All(char.IsAsciiDigit) // TryParse alone would let NUL characters pass at the end.
            && text.Length <= 3
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && number <= max;
    }
}
