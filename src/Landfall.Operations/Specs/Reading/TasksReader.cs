using System.Text.RegularExpressions;

namespace Landfall.Operations.Specs.Reading;

/// <summary>Reads <c>tasks.md</c>: lines such as <c>- [ ] Raise the number of tasks (R1, R2)</c>.</summary>
internal static partial class TasksReader
{
    /// <summary>Reads it.</summary>
    /// <param name="text">What is in the file.</param>
    /// <returns>The tasks.</returns>
    public static IReadOnlyList<SpecTask> Read(string text)
    {
        var tasks = new List<SpecTask>();
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (Task().Match(lines[i]) is { Success: true } match)
                tasks.Add(new SpecTask(i + 1, match.Groups["box"].Value is not " ", [.. Id().Matches(match.Groups["ids"].Value).Select(id => id.Value)]));
        }

        return tasks;
    }

    [GeneratedRegex(@"^\s*[-*] \[(?<box>[ xX])\] [^\n]*?(\((?<ids>[A-Z][A-Z0-9, .-]*)\))?\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Task();

    [GeneratedRegex("[A-Z]{1,8}-?[0-9]{1,6}(\\.[0-9]{1,6})?", RegexOptions.ExplicitCapture)]
    private static partial Regex Id();
}
