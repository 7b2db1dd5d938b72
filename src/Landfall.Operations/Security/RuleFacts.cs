namespace Landfall.Operations.Security;

/// <summary>What people are told about a rule.</summary>
/// <param name="Id">Its name, in lower-case words with hyphens. It never changes: suppressions name it.</param>
/// <param name="Title">What is wrong where it finds something.</param>
/// <param name="Severity">How bad that is.</param>
/// <param name="Reference">The control of a benchmark that asks for it.</param>
/// <param name="Reason">Why it is wrong.</param>
/// <param name="Fix">What to do.</param>
internal sealed record RuleFacts(string Id, string Title, Severity Severity, string Reference, string Reason, string Fix);
