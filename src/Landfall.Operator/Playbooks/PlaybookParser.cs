using System.Globalization;
using System.Text.RegularExpressions;
using Landfall.Config.Values;

namespace Landfall.Operator.Playbooks;

/// <summary>
/// Reads a playbook: the form of Agent SOPs (title, overview, parameters, steps with constraints), with conditions, a time and an undo that a
/// program can go by. What it does not know is a problem, so that nothing in a playbook is passed over.
/// </summary>
internal sealed partial class PlaybookParser
{
    // A page or two: longer ones are several playbooks, or no playbook.
    private const int MostLines = 500;
    private static readonly TimeSpan UsualTime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(2);
    private static readonly string[] Sections = ["Overview", "When", "Parameters", "Steps", "Verify", "Undo"];

    private readonly string _file;
    private readonly string[] _lines;
    private readonly List<PlaybookProblem> _problems = [];

    private PlaybookParser(string file, string text)
    {
        _file = file;
        _lines = text.ReplaceLineEndings("\n").Split('\n');
    }

    /// <summary>Reads a playbook.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="file">Where it is from.</param>
    /// <param name="text">Its text.</param>
    /// <returns>The playbook, null where there are problems; and the problems, by line.</returns>
    public static (Playbook? Playbook, IReadOnlyList<PlaybookProblem> Problems) Read(string name, string file, string text) => new PlaybookParser(file, text).Read(name);

    private (Playbook? Playbook, IReadOnlyList<PlaybookProblem> Problems) Read(string name)
    {
        if (_lines.Length > MostLines)
            return (null, [new PlaybookProblem(_file, MostLines, $"A playbook has at most {MostLines} lines. Make several of it.")]);
        var title = _lines[0] is ['#', ' ', .. var words] && words.Trim().Length > 0 ? words.Trim() : Problem(1, "The first line is the title: '# What it does'.", "");
        var sections = Parts(1, _lines.Length, "## ", (line, heading) => Sections.Contains(heading)
            ? heading
            : Problem(line, $"There is no section '{heading}'. Sections are: {string.Join(", ", Sections)}.", heading));
        foreach (var missing in new[] { "Overview", "When", "Parameters", "Steps" }.Where(section => !sections.ContainsKey(section)))
            Problem(1, $"The section '## {missing}' is missing.");

        var overview = sections.TryGetValue("Overview", out var part) ? Prose(part) : "";
        if (sections.ContainsKey("Overview") && overview.Length == 0)
            Problem(part.From, "The overview is empty: write what the playbook is for.");
        var (when, unless) = sections.TryGetValue("When", out part) ? Conditions(part) : ([], []);
        var parameters = sections.TryGetValue("Parameters", out part) ? Bullets(part).Select(bullet => Parameter(bullet.Line, bullet.Text)).OfType<PlaybookParameter>().ToList() : [];
        var steps = sections.TryGetValue("Steps", out part) ? Steps(part) : [];
        if (sections.TryGetValue("Steps", out part) && steps.Count(step => step.Action is not null) != 1)
            Problem(part.From, "Exactly one step acts: it has a block '```operation'. What takes the action back is in '## Undo'.");
        var undo = sections.TryGetValue("Undo", out part) ? Action(part) ?? Problem<PlaybookAction>(part.From, "'## Undo' has a block '```operation'; without one leave the section out.") : null;
        var within = sections.TryGetValue("Verify", out part) ? Within(part) : UsualTime;
        foreach (var action in steps.Select(step => step.Action).Append(undo).OfType<PlaybookAction>())
        {
            foreach (var unknown in action.Values.Values.Select(PlaybookAction.Placeholder).Where(one => one is not null && parameters.TrueForAll(parameter => parameter.Name != one)))
                Problem(action.Line, $"'{{{unknown}}}' is no parameter of this playbook. Describe it in '## Parameters'.");
        }

        return _problems.Count > 0
            ? (null, [.. _problems.OrderBy(problem => problem.Line)])
            : (new Playbook(name, _file, title, overview, when, unless, parameters, steps, undo, within), []);
    }

    /// <summary>Parts lines by headings of one level; headings inside of blocks are none.</summary>
    private Dictionary<string, (int From, int To)> Parts(int from, int to, string mark, Func<int, string, string> name)
    {
        var parts = new Dictionary<string, (int From, int To)>(StringComparer.Ordinal);
        var (open, block) = ((string?)null, false);
        for (var i = from; i < to; i++)
        {
            block ^= _lines[i].StartsWith("```", StringComparison.Ordinal);
            if (block || !_lines[i].StartsWith(mark, StringComparison.Ordinal))
            {
                if (open is null && _lines[i].Trim().Length > 0)
                    Problem(i + 1, $"Text before the first heading '{mark.Trim()}' belongs to nothing. Move it into the overview.");
                continue;
            }

            if (open is not null)
                parts[open] = (parts[open].From, i);
            open = name(i + 1, _lines[i][mark.Length..].Trim());
            if (!parts.TryAdd(open, (i + 1, to)))
                Problem(i + 1, $"'{open}' is there twice. Make one of both.");
        }

        return parts;
    }

    private (List<PlaybookCondition> When, List<PlaybookCondition> Unless) Conditions((int From, int To) part)
    {
        var (when, unless) = (new List<PlaybookCondition>(), new List<PlaybookCondition>());
        foreach (var (line, text) in Bullets(part))
        {
            var negative = text.StartsWith("unless ", StringComparison.Ordinal);
            var words = (negative ? text["unless ".Length..] : text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            PlaybookCondition? condition = words switch
            {
                ["release"] => new PlaybookCondition(PlaybookConditionKind.Release, null),
                ["deployment"] => new PlaybookCondition(PlaybookConditionKind.Deployment, null),
                ["finding", var id] when FindingIds.All.Contains(id) => new PlaybookCondition(PlaybookConditionKind.Finding, id),
                ["finding", var id] => Problem<PlaybookCondition>(line, $"There is no finding '{id}'. There are: {string.Join(", ", FindingIds.All)}."),
                _ => Problem<PlaybookCondition>(line, $"'{text}' is no condition. Write 'finding <id>', 'release' or 'deployment', with 'unless' before it where the playbook would be wrong."),
            };
            if (condition is not null)
                (negative ? unless : when).Add(condition);
        }

        if (when.Count == 0)
            Problem(part.From, "'## When' has no condition without 'unless', so that the playbook would never be used. Write for example '- finding http-health'.");
        return (when, unless);
    }

    private PlaybookParameter? Parameter(int line, string text)
    {
        if (ParameterLine().Match(text) is not { Success: true } match)
            return Problem<PlaybookParameter>(line, "A parameter is written '- **name** (required): what it is.' or '- **name** (optional, default: \"10\"): what it is.', its name in snake_case.");
        var (name, standard) = (match.Groups["name"].Value, match.Groups["default"]);
        if (!standard.Success && name != Playbook.Service)
            return Problem<PlaybookParameter>(line, $"Nobody gives '{name}': the operator knows '{Playbook.Service}' alone. Give it a default.");
        return new PlaybookParameter(name, standard.Success ? standard.Value : null, match.Groups["text"].Value);
    }

    private List<PlaybookStep> Steps((int From, int To) part)
    {
        var steps = new List<PlaybookStep>();
        foreach (var (heading, (from, to)) in Parts(part.From, part.To, "### ", (_, heading) => heading).OrderBy(one => one.Value.From))
        {
            var match = StepHeading().Match(heading);
            if (!match.Success || match.Groups["number"].Value != (steps.Count + 1).ToString(CultureInfo.InvariantCulture))
                Problem(from, $"A step's heading is its number and what is done: '### {steps.Count + 1}. Look'.");
            var mark = Enumerable.Range(from, to - from).FirstOrDefault(i => _lines[i].Trim() == "**Constraints:**", to);
            var constraints = Bullets((Math.Min(mark + 1, to), to)).Select(bullet => Constraint(bullet.Line, bullet.Text)).ToList();
            if (constraints.Count == 0)
                Problem(from, "A step has constraints: a line '**Constraints:**', and below it '- You MUST … because …'.");
            steps.Add(new PlaybookStep(match.Groups["title"].Value, Prose((from, mark)), constraints, Action((from, to))));
        }

        return steps;
    }

    private string Constraint(int line, string text)
    {
        if (!ConstraintLine().IsMatch(text))
            Problem(line, "A constraint begins 'You MUST', 'You MUST NOT', 'You SHOULD', 'You SHOULD NOT' or 'You MAY', and says why: '… because …'.");
        return text;
    }

    /// <summary>The block that names an operation, if there is one.</summary>
    private PlaybookAction? Action((int From, int To) part)
    {
        var starts = Enumerable.Range(part.From, part.To - part.From).Where(i => _lines[i].StartsWith("```", StringComparison.Ordinal)).ToList();
        if (starts.Count == 0)
            return null;
        if (starts.Count != 2 || _lines[starts[0]].Trim() != "```operation" || _lines[starts[1]].Trim() != "```")
            return Problem<PlaybookAction>(starts[0] + 1, "The only block is one that begins '```operation' and ends '```'. Text in it is never run by a shell.");
        var first = starts[0] + 1;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = first + 1; i < starts[1]; i++)
        {
            if (ValueLine().Match(_lines[i]) is not { Success: true } match)
                Problem(i + 1, "Below the operation's name each line is 'parameter: value', or 'parameter: {name}' for a parameter of the playbook.");
            else if (!values.TryAdd(match.Groups["name"].Value, match.Groups["value"].Value))
                Problem(i + 1, $"'{match.Groups["name"].Value}' is there twice.");
        }

        return first < starts[1] && _lines[first].Trim().Length > 0
            ? new PlaybookAction(_lines[first].Trim(), values, first + 1)
            : Problem<PlaybookAction>(first + 1, "The block's first line is the name of an operation, for example 'rollback'.");
    }

    private TimeSpan Within((int From, int To) part)
    {
        var said = Enumerable.Range(part.From, part.To - part.From).Where(i => _lines[i].StartsWith("Within: ", StringComparison.Ordinal)).ToList();
        if (said is [var line] && Duration.TryParse(_lines[line]["Within: ".Length..].Trim(), out var time) && time > TimeSpan.Zero && time <= Longest)
            return time;
        Problem(said.Count > 0 ? said[0] + 1 : part.From, "'## Verify' has one line 'Within: 10m': how long after the action the fault has to be over, 1s to 2h.");
        return UsualTime;
    }

    private IEnumerable<(int Line, string Text)> Bullets((int From, int To) part)
    {
        var block = false;
        for (var i = part.From; i < part.To; i++)
        {
            if (_lines[i].StartsWith("```", StringComparison.Ordinal))
                block = !block;
            else if (!block && _lines[i].StartsWith("- ", StringComparison.Ordinal))
                yield return (i + 1, _lines[i][2..].Trim());
            else if (!block && _lines[i].Trim().Length > 0)
                Problem(i + 1, "Here are lines that begin '- ', each one whole.");
        }
    }

    private string Prose((int From, int To) part) =>
        string.Join(' ', _lines[part.From..part.To].TakeWhile(line => !line.StartsWith("```", StringComparison.Ordinal)).Select(line => line.Trim()).Where(line => line.Length > 0));

    private void Problem(int line, string text) => _problems.Add(new PlaybookProblem(_file, line, text));

    private string Problem(int line, string text, string instead)
    {
        Problem(line, text);
        return instead;
    }

    private T? Problem<T>(int line, string text)
        where T : class
    {
        Problem(line, text);
        return null;
    }

    [GeneratedRegex("""^\*\*(?<name>[a-z][a-z0-9_]*)\*\* \((required|optional, default: "(?<default>[^"]*)")\): (?<text>.+)$""")]
    private static partial Regex ParameterLine();

    [GeneratedRegex(@"^(?<number>\d+)\. (?<title>.+)$")]
    private static partial Regex StepHeading();

    [GeneratedRegex("^You (MUST|MUST NOT|SHOULD|SHOULD NOT|MAY) .+ because .+$")]
    private static partial Regex ConstraintLine();

    [GeneratedRegex("^(?<name>[a-z][A-Za-z0-9]*): (?<value>.*[^ ])$")]
    private static partial Regex ValueLine();
}
