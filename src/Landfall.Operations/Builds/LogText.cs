using System.Text.RegularExpressions;

namespace Landfall.Operations.Builds;

/// <summary>What a program said, without what stands around it in a build's log.</summary>
internal static partial class LogText
{
    // A line of a megabyte is data, and patterns are tried on each.
    private const int Longest = 2000;

    /// <summary>Takes colours, times and prefixes away.</summary>
    /// <param name="line">The line as it stands in the log.</param>
    /// <returns>The text; empty for a line that only moves the cursor or folds the log.</returns>
    public static string Clean(string line)
    {
        var text = Colours().Replace(line.Length > Longest ? line[..Longest] : line, "").TrimEnd('\r');

        // A progress bar draws over itself: the last of it is what somebody sees.
        text = text[(text.LastIndexOf('\r') + 1)..];
        text = Server().Replace(text, "");
        return Docker().Replace(text, "").TrimEnd();
    }

    [GeneratedRegex(@"\e\[[0-9;?]*[ -/]*[@-~]")]
    private static partial Regex Colours();

    /// <summary>The times of GitHub Actions and of GitLab CI/CD, and the sections of the latter.</summary>
    [GeneratedRegex(@"^(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z (?:\d\d[OE][ +])?)?(?:section_(?:start|end):\d+:\S*)?")]
    private static partial Regex Server();

    /// <summary>The step and the seconds of BuildKit.</summary>
    [GeneratedRegex(@"^(?:#\d+ (?:\d+\.\d+ )?|\d+\.\d{2,3} )")]
    private static partial Regex Docker();
}
