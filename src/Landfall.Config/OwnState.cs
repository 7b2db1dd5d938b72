namespace Landfall.Config;

/// <summary>
/// What Landfall writes into a project for itself. It is never an input: an image, a site or a host of the user's that
/// took it for one would be another after every run.
/// </summary>
internal static class OwnState
{
    /// <summary>The folder of a project's synthesised templates, logs and locks.</summary>
    public const string WorkFolder = ".landfall";

    /// <summary>The file that marks a folder of templates as Landfall's, wherever it was asked to write them.</summary>
    public const string StampFile = "landfall.stamp";

    /// <summary>The CDK CLI's folder of templates, and its file of the same name in any such folder.</summary>
    public const string CdkOutput = "cdk.out";

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true };

    // Nothing of ours is in these, and they are large.
    private static readonly HashSet<string> NotSearched = new(StringComparer.Ordinal) { ".git", "node_modules" };

    /// <summary>Tells whether a folder, with all that is in it, is Landfall's.</summary>
    /// <param name="folder">The folder's path.</param>
    /// <returns>True when it is no input.</returns>
    public static bool IsOwn(string folder) =>
        Path.GetFileName(folder) is WorkFolder or CdkOutput || File.Exists(Path.Combine(folder, StampFile));

    /// <summary>Patterns, as <c>.dockerignore</c> has them, for what is Landfall's in a build context.</summary>
    /// <param name="context">The build context's folder.</param>
    /// <returns>The lines.</returns>
    public static IReadOnlyList<string> Patterns(string context) =>
        [$"**/{WorkFolder}", $"**/{CdkOutput}", $"**/{KnownFacts.FileName}", .. FoldersIn(context).Where(f => Path.GetFileName(f) is not (WorkFolder or CdkOutput))];

    /// <summary>Finds Landfall's folders in a folder.</summary>
    /// <param name="root">The folder.</param>
    /// <returns>Their paths below it with forward slashes, in order.</returns>
    public static IReadOnlyList<string> FoldersIn(string root)
    {
        var found = new List<string>();
        Search(new DirectoryInfo(root));
        found.Sort(StringComparer.Ordinal);
        return found;

        void Search(DirectoryInfo folder)
        {
            foreach (var below in folder.EnumerateDirectories("*", Everything).Where(f => f.LinkTarget is null && !NotSearched.Contains(f.Name)))
            {
                if (IsOwn(below.FullName))
                    found.Add(Path.GetRelativePath(root, below.FullName).Replace('\\', '/'));
                else
                    Search(below);
            }
        }
    }
}
