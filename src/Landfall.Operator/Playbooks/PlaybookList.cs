namespace Landfall.Operator.Playbooks;

/// <summary>The playbooks of a project.</summary>
/// <param name="Playbooks">Those that are sound, in the order in which they are tried.</param>
/// <param name="Problems">What is wrong with others.</param>
internal sealed record PlaybookList(IReadOnlyList<ListedPlaybook> Playbooks, IReadOnlyList<PlaybookProblem> Problems);
