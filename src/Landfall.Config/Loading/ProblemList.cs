using Landfall.Config.Tree;

namespace Landfall.Config.Loading;

/// <summary>Collects problems of one file.</summary>
/// <param name="file">The file's name as the user gave it.</param>
internal sealed class ProblemList(string file)
{
    private readonly HashSet<Problem> _problems = [];

    /// <summary>True when there is an error, not only warnings.</summary>
    public bool HasErrors => _problems.Any(problem => problem.Severity == ProblemSeverity.Error);

    /// <summary>Whether an error was found at a place.</summary>
    public bool HasErrorAt(Mark mark) =>
        _problems.Any(problem => problem.Severity == ProblemSeverity.Error && problem.Line == mark.Line && problem.Column == mark.Column);

    /// <summary>Adds an error; the same one twice counts once.</summary>
    /// <exception cref="LandfallException">There are too many to be of use.</exception>
    public void Add(Mark mark, string code, string message) => Add(mark, code, message, ProblemSeverity.Error);

    /// <summary>Adds a warning; the same one twice counts once.</summary>
    /// <exception cref="LandfallException">There are too many to be of use.</exception>
    public void Warn(Mark mark, string code, string message) => Add(mark, code, message, ProblemSeverity.Warning);

    /// <summary>Adds an error in another file that this one names.</summary>
    /// <param name="name">That file, as this one names it.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column, from 1.</param>
    /// <param name="code">The code.</param>
    /// <param name="message">What is wrong, and what to do.</param>
    public void AddOf(string name, int line, int column, string code, string message) =>
        Add(new Problem(Path.Combine(Path.GetDirectoryName(file) ?? "", name), line, column, code, Legible.Line(message), ProblemSeverity.Error));

    /// <summary>An empty list for the same file.</summary>
    public ProblemList Fresh() => new(file);

    /// <summary>
    /// Adds what the environments have found, each in a list of its own. What is not wrong in all of them says where.
    /// </summary>
    /// <exception cref="LandfallException">There are too many to be of use.</exception>
    public void AddFrom(IReadOnlyList<(string Environment, ProblemList Problems)> found)
    {
        var places = found.SelectMany(list => list.Problems._problems.Select(problem => (Problem: problem, list.Environment)));
        foreach (var group in places.GroupBy(pair => IsOfAName(pair.Problem) ? pair.Problem with { Message = "" } : pair.Problem).ToList())
        {
            var problem = group.First().Problem;
            var environments = group.Select(pair => pair.Environment).Distinct().ToList();
            if (environments.Count == found.Count)
            {
                Add(problem);
            }
            else if (!_problems.Contains(problem))
            {
                Add(problem with { Message = $"{problem.Message} (In {string.Join(", ", environments)}.)" });
            }
        }
    }

    /// <summary>Everything found, in order of place.</summary>
    public IReadOnlyList<Problem> Sorted() =>
        [.. _problems
            .OrderBy(problem => problem.Line)
            .ThenBy(problem => problem.Column)
            .ThenBy(problem => problem.Code, StringComparer.Ordinal)
            .ThenBy(problem => problem.Message, StringComparer.Ordinal)];

    private void Add(Mark mark, string code, string message, ProblemSeverity severity) =>
        Add(new Problem(file, mark.Line, mark.Column, code, Legible.Line(message), severity));

    private void Add(Problem problem)
    {
        if (IsToldOtherwise(problem))
        {
            return;
        }

        if (_problems.Add(problem) && _problems.Count == InputLimits.Problems)
        {
            throw UnusableInput.At(
                new Mark(problem.Line, problem.Column),
                ErrorCodes.TooManyProblems,
                $"There are more than {InputLimits.Problems} problems; the search stopped here. Mend these first.");
        }
    }

    // A name that is not known is one fault, however many readings tell of it: an environment's services are read by themselves
    // and laid over the defaults, where the type says better which keys they have, and each environment has names of its own.
    // Of two lists of what there is, the shorter is told.
    private static bool IsOfAName(Problem problem) => problem.Code is ErrorCodes.UnknownKey or ErrorCodes.UnknownReference;

    private bool IsToldOtherwise(Problem problem)
    {
        if (!IsOfAName(problem))
        {
            return false;
        }

        var told = _problems.FirstOrDefault(other => other with { Message = "" } == problem with { Message = "" });
        return told is not null && (told.Message.Length <= problem.Message.Length || !_problems.Remove(told));
    }
}
