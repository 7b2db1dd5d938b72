namespace Landfall.Operations.Handover;

/// <summary>How tests are split by their files: CodeBuild puts those of a build after the command.</summary>
/// <param name="Command">The command that takes files, or packages, after it.</param>
/// <param name="Search">The command that lists all of them, each on a line.</param>
internal sealed record TestSplit(string Command, string Search)
{
    /// <summary>A search for files. What it does not find is not tested, so that it has to find what the runner would.</summary>
    /// <param name="without">A folder with what others have written.</param>
    /// <param name="pattern">What their whole paths look like, which begin with <c>./</c>.</param>
    /// <returns>The command; it gives paths without that beginning, by parts of which some runners choose.</returns>
    public static string Find(string without, string pattern) =>
        $"find . -regextype posix-extended -name {without} -prune -o -type f -regex '{pattern}' -print | sed 's|^[.]/||'";
}
