namespace Landfall.Operator.Playbooks;

/// <summary>A step of a playbook.</summary>
/// <param name="Title">What is done.</param>
/// <param name="Text">How, for a person.</param>
/// <param name="Constraints">What must, should and must not be, each with its reason.</param>
/// <param name="Action">What the operator does at it; null where it only judges.</param>
internal sealed record PlaybookStep(string Title, string Text, IReadOnlyList<string> Constraints, PlaybookAction? Action);
