namespace Landfall.Operations.Images;

/// <summary>
/// One pattern of a <c>.dockerignore</c> file. It follows all ways to read a path at once, so that no pattern makes it slow;
/// a regular expression that promises the same takes longer to set up than a small project to hash.
/// </summary>
/// <param name="pattern">The pattern, without slashes at its ends.</param>
internal sealed class IgnorePattern(string pattern)
{
    /// <summary>Tells whether a path is what the pattern names, or is below it.</summary>
    /// <param name="path">The path, with forward slashes.</param>
    /// <returns>True when it is.</returns>
    public bool Fits(string path)
    {
        var places = new HashSet<int>();
        Reach(0, places);
        foreach (var character in path)
        {
            if (character == '/' && places.Contains(pattern.Length))
                return true; // the pattern names a folder above
            var next = new HashSet<int>();
            foreach (var place in places)
                Step(place, character, next);
            places = next;
        }

        return places.Contains(pattern.Length);
    }

    /// <summary>Adds a place in the pattern, and those that are reached from it without a character.</summary>
    private void Reach(int place, HashSet<int> places)
    {
        if (!places.Add(place) || place == pattern.Length || pattern[place] != '*')
            return;
        Reach(IsFolders(place) ? place + 3 : After(place), places);
    }

    private void Step(int place, char character, HashSet<int> next)
    {
        if (place == pattern.Length)
            return;
        if (pattern[place] == '*')
        {
            // "**/" is any number of whole folders: it ends after a slash. "*" stays inside a name.
            if (IsAny(place) || character != '/')
                Stay(place, next);
            if (IsFolders(place) && character == '/')
                Reach(place + 3, next);
        }
        else if (pattern[place] == character || (pattern[place] == '?' && character != '/'))
        {
            Reach(place + 1, next);
        }
    }

    /// <summary>A pattern for whole folders goes on only after a slash; the others may end at every character.</summary>
    private void Stay(int place, HashSet<int> next)
    {
        if (IsFolders(place))
            next.Add(place);
        else
            Reach(place, next);
    }

    private bool IsAny(int place) => place + 1 < pattern.Length && pattern[place + 1] == '*';

    private bool IsFolders(int place) => IsAny(place) && place + 2 < pattern.Length && pattern[place + 2] == '/';

    private int After(int place) => place + (IsAny(place) ? 2 : 1);
}
