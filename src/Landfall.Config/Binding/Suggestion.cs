namespace Landfall.Config.Binding;

/// <summary>Finds the word that was probably meant.</summary>
internal static class Suggestion
{
    private const int MostCandidates = 1000;
    private const int MostLetters = 64;

    /// <summary>A sentence for the end of a message, with a space before it; empty when nothing is near.</summary>
    public static string DidYouMean(string word, IEnumerable<string> candidates) =>
        Nearest(word, candidates) is { } nearest ? $" Did you mean '{nearest}'?" : "";

    /// <summary>The candidate that is the fewest edits away, if these are few for the word's length.</summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        if (word.Length is 0 or > MostLetters)
        {
            return null;
        }

        string? best = null;

        // An edit for every four letters: with more, nearly every word of a language is near another one.
        var limit = Math.Max(1, word.Length / 4) + 1;
        foreach (var candidate in candidates.Take(MostCandidates))
        {
            var distance = Distance(word, candidate, limit);
            if (distance < limit)
            {
                limit = distance;
                best = candidate;
            }
        }

        return best;
    }

    /// <summary>
    /// The optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours
    /// (Damerau 1964), without regard to case.
    /// </summary>
    private static int Distance(string left, string right, int limit)
    {
        if (left.Length > MostLetters || right.Length > MostLetters || Math.Abs(left.Length - right.Length) >= limit)
        {
            return limit;
        }

        Span<int> beforeLast = stackalloc int[MostLetters + 1];
        Span<int> last = stackalloc int[MostLetters + 1];
        Span<int> current = stackalloc int[MostLetters + 1];
        for (var j = 0; j <= right.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(last[j] + 1, current[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }
            }

            var free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }

        return last[right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
