namespace Landfall.Config.Stacks;

/// <summary>
/// How a site's files are removed that a release no longer has. A deployment only marks them; the bucket's lifecycle
/// rule deletes what is marked, counted from the day of the mark, since marking writes the object anew.
/// </summary>
internal static class LeftFiles
{
    /// <summary>The key of the mark, an object's tag.</summary>
    public const string TagKey = "landfall:left";

    /// <summary>The value of the mark.</summary>
    public const string TagValue = "true";

    /// <summary>How long a page that is open keeps finding its files: a tab is seldom older than a week.</summary>
    public const int Days = 7;
}
