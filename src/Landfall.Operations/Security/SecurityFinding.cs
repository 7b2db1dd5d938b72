namespace Landfall.Operations.Security;

/// <summary>Something that is not safe, and where.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Title">What is wrong.</param>
/// <param name="Severity">How bad that is.</param>
/// <param name="File">The file, from the scanned folder.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Resource">What stands there, as a path.</param>
/// <param name="Reason">Why it is wrong.</param>
/// <param name="Fix">What to do.</param>
/// <param name="Reference">The control of a benchmark that asks for it.</param>
internal sealed record SecurityFinding(
    string Rule, string Title, Severity Severity, string File, int Line, string Resource, string Reason, string Fix, string Reference);
