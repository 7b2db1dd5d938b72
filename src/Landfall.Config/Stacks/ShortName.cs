using System.Security.Cryptography;
using System.Text;

namespace Landfall.Config.Stacks;

/// <summary>Names that are as long as AWS takes.</summary>
internal static class ShortName
{
    // 32 bits: of a thousand long names in an account, two meet once in eight thousand accounts.
    private const int HashLength = 8;

    /// <summary>The name itself where it fits; otherwise its beginning and a hash of the whole.</summary>
    /// <param name="name">The name.</param>
    /// <param name="most">The characters that AWS takes.</param>
    public static string Of(string name, int most)
    {
        if (name.Length <= most)
        {
            return name;
        }

        // What leaves no room for a name is wrong in itself, such as a region that there is not.
        most = Math.Max(most, HashLength + 2);

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..HashLength];
        return $"{name[..(most - HashLength - 1)].TrimEnd('-')}-{hash}";
    }
}
