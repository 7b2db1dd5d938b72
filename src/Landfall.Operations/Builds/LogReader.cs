using System.Globalization;
using System.Text.RegularExpressions;

namespace Landfall.Operations.Builds;

/// <summary>Reads the logs of CodeBuild, GitHub Actions and GitLab CI/CD, and what else a program has said.</summary>
internal static partial class LogReader
{
    /// <summary>Cuts a log at the step that failed.</summary>
    /// <param name="text">The log.</param>
    /// <returns>The log.</returns>
    public static BuildLog Read(string text)
    {
        var raw = text.Split('\n');
        return raw.Any(line => CodeBuild().IsMatch(line)) ? OfCodeBuild(raw) : OfOthers([.. raw.Select((line, i) => new BuildLine(i + 1, LogText.Clean(line)))]);
    }

    /// <summary>
    /// CodeBuild writes each command before it runs, and again when it failed. A command of several lines is no output: what it
    /// would say in the worst case stands in it.
    /// </summary>
    private static BuildLog OfCodeBuild(string[] raw)
    {
        List<BuildLine> before = [], step = [];
        string? command = null;
        var phase = false;
        for (var i = 0; i < raw.Length; i++)
        {
            if (CodeBuild().Match(raw[i].TrimEnd('\r')) is not { Success: true } match)
            {
                step.Add(new BuildLine(i + 1, LogText.Clean(raw[i])));
                continue;
            }

            var says = match.Groups["says"].Value;
            if (Rest(says, "Running command ") is { } started)
            {
                before.AddRange(step);
                (step, command) = ([], started);
            }
            else if (Rest(says, "Command did not exit successfully ") is not null)
            {
                var (failed, code) = Failure(raw, i);
                var echoed = failed.Split('\n').Length - 1;
                return new BuildLog(before, [.. step.Skip(Echoes(step, failed) ? echoed : 0)], failed, code, Succeeded: false);
            }
            else if (says.StartsWith("Phase complete: ", StringComparison.Ordinal))
            {
                phase = true;
                if (says.Contains("State: FAILED", StringComparison.Ordinal) || says.Contains("Success: false", StringComparison.Ordinal))
                {
                    if (i + 1 < raw.Length && CodeBuild().Match(raw[i + 1]) is { Success: true } context)
                        step.Add(new BuildLine(i + 2, context.Groups["says"].Value));
                    return new BuildLog(before, step, command, null, Succeeded: false);
                }
            }
        }

        return new BuildLog(before, step, command, null, Succeeded: phase);
    }

    private static BuildLog OfOthers(IReadOnlyList<BuildLine> lines)
    {
        var github = lines.Any(line => line.Text.StartsWith("##[", StringComparison.Ordinal));
        List<BuildLine> before = [], step = [];
        string? command = null;
        foreach (var line in lines)
        {
            if ((github ? Rest(line.Text, "##[group]Run ") : Traced(line.Text)) is { } started)
            {
                before.AddRange(step);
                (step, command) = ([], started);
                continue;
            }

            step.Add(line);
            if (Ended().Match(line.Text) is { Success: true } match)
                return new BuildLog(before, step, command, int.Parse(match.Groups["code"].Value, CultureInfo.InvariantCulture), Succeeded: false);
        }

        return new BuildLog(before, step, command, null, lines.Any(line => line.Text == "Job succeeded"));
    }

    private static (string Command, int? Code) Failure(string[] raw, int at)
    {
        var said = Rest(CodeBuild().Match(raw[at].TrimEnd('\r')).Groups["says"].Value, "Command did not exit successfully ")!;
        for (var i = at + 1; ; i++)
        {
            if (ExitStatus().Match(said) is { Success: true } match)
                return (said[..match.Index].TrimEnd('\n'), int.Parse(match.Groups["code"].Value, CultureInfo.InvariantCulture));
            if (i == raw.Length || CodeBuild().IsMatch(raw[i]))
                return (said.TrimEnd('\n'), null);
            said += "\n" + raw[i].TrimEnd('\r');
        }
    }

    private static bool Echoes(List<BuildLine> step, string command) =>
        command.Split('\n').Skip(1).Index().All(one => one.Index < step.Count && step[one.Index].Text == LogText.Clean(one.Item));

    // Bash repeats the first character where a script is evaluated, as GitLab's runner has it do (Bash Reference Manual, PS4).
    private static string? Traced(string text) => text.TrimStart('$') is var rest && rest.Length < text.Length ? Rest(rest, " ") : null;

    private static string? Rest(string text, string start) => text.StartsWith(start, StringComparison.Ordinal) ? text[start.Length..] : null;

    [GeneratedRegex(@"^\[(?:Container|Instance)\] \d{4}/\d\d/\d\d \d\d:\d\d:\d\d(?:\.\d+)? (?<says>.*)$")]
    private static partial Regex CodeBuild();

    [GeneratedRegex(@"\n? exit status (?<code>\d{1,9})$")]
    private static partial Regex ExitStatus();

    [GeneratedRegex(@"^(?:##\[error\]Process completed with exit code |ERROR: Job failed: (?:command terminated with )?exit (?:code|status) )(?<code>\d{1,9})")]
    private static partial Regex Ended();
}
