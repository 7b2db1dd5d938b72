namespace Landfall.Config;

/// <summary>Something wrong in the file, and where.</summary>
/// <param name="File">The file's name as the user gave it.</param>
/// <param name="Line">The line, from 1; 0 when the problem is with the whole file.</param>
/// <param name="Column">The column, from 1; 0 when the problem is with the whole file.</param>
/// <param name="Code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="Message">The value, what is allowed, and what to do.</param>
/// <param name="Severity">Whether the file can be used in spite of it.</param>
public sealed record Problem(
    string File,
    int Line,
    int Column,
    string Code,
    string Message,
    ProblemSeverity Severity = ProblemSeverity.Error)
{
    /// <summary>The problem as compilers write it: <c>file:line:column code message</c>.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString() =>
        $"{File}:{Line}:{Column} {Code} {(Severity == ProblemSeverity.Warning ? "warning: " : "")}{Message}";
}
