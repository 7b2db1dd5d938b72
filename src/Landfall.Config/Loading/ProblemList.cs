using Landfall.Config.Tree;

namespace Landfall.Config.Loading;

/// <summary>Collects problems of one file.</summary>
/// <param name="file">The file's name as the user gave it.</param>
internal sealed class ProblemList(string file)
{
    private readonly HashSet<Problem> problems = [];

    /// <summary>True when there is an error, not only warnings.</summary>
    public bool HasErrors => problems.Any(problem => problem.Severity == ProblemSeverity.Error);

    /// <summary>Adds an error; the same one twice counts once.</summary>
    /// <exception cref="UnusableInputException">There are too many to be of use.</exception>
    public void Add(Mark mark, string code, string message)
    {
        if (problems.Add(new Problem(file, mark.Line, mark.Column, code, message)) && problems.Count == InputLimits.Problems)
        {
            throw new UnusableInputException(
                mark,
                ErrorCodes.TooManyProblems,
                $"There are more than {InputLimits.Problems} problems; the search stopped here. Mend these first.");
        }
    }

    /// <summary>Adds a warning; the same one twice counts once.</summary>
    public void Warn(Mark mark, string code, string message) =>
        problems.Add(new Problem(file, mark.Line, mark.Column, code, message, ProblemSeverity.Warning));

    /// <summary>Everything found, in order of place.</summary>
    public IReadOnlyList<Problem> Sorted() =>
        [.. problems
            .OrderBy(problem => problem.Line)
            .ThenBy(problem => problem.Column)
            .ThenBy(problem => problem.Code, StringComparer.Ordinal)
            .ThenBy(problem => problem.Message, StringComparer.Ordinal)];
}
