using System.Security.Cryptography;
using System.Text;

namespace Landfall.Constructs.Parameters;

/// <summary>Turns names of the file into construct ids, which are a contract: a changed one replaces a resource.</summary>
internal static class ConstructId
{
    /// <summary>
    /// Joins the words of a name in Pascal case: <c>order-events/host</c> becomes <c>OrderEventsHost</c>. A name in
    /// which a digit follows a separator gets a short hash, because <c>a-1</c> and <c>a1</c> would read the same.
    /// </summary>
    /// <param name="name">Letters, digits and separators.</param>
    /// <returns>An id of letters and digits only.</returns>
    public static string From(string name)
    {
        var id = new StringBuilder(name.Length);
        var start = true;
        var ambiguous = false;
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                start = true;
                continue;
            }

            ambiguous |= start && id.Length > 0 && char.IsAsciiDigit(c);
            id.Append(start ? char.ToUpperInvariant(c) : c);
            start = false;
        }

        return ambiguous ? id.Append(Hash(name)).ToString() : id.ToString();
    }

    private static string Hash(string name) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..4];
}
