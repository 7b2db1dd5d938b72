namespace Landfall.Operations.Changes.Policies;

/// <summary>The wildcards of policies: <c>*</c> for any text, <c>?</c> for one character.</summary>
internal static class Wildcard
{
    /// <summary>Whether one pattern means everything that another one means.</summary>
    /// <param name="wide">The pattern that may be wider.</param>
    /// <param name="narrow">The pattern that may be narrower.</param>
    /// <param name="ignoreCase">True for actions, whose case does not count.</param>
    /// <returns>True when it does.</returns>
    public static bool Covers(string wide, string narrow, bool ignoreCase = false)
    {
        var (w, n, star, mark) = (0, 0, -1, 0);
        while (n < narrow.Length)
        {
            if (w < wide.Length && wide[w] == '*')
            {
                (star, mark) = (w++, n);
            }
            else if (w < wide.Length && Matches(wide[w], narrow[n], ignoreCase))
            {
                w++;
                n++;
            }
            else if (star >= 0)
            {
                (w, n) = (star + 1, ++mark);
            }
            else
            {
                return false;
            }
        }

        while (w < wide.Length && wide[w] == '*')
            w++;
        return w == wide.Length;
    }

    private static bool Matches(char wide, char narrow, bool ignoreCase) =>
        (wide == '?' && narrow != '*') || wide == narrow || (ignoreCase && char.ToLowerInvariant(wide) == char.ToLowerInvariant(narrow));
}
