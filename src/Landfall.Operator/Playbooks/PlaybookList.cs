using Landfall.Config;

namespace Landfall.Operator.Playbooks;

/// <summary>The playbooks of a project.</summary>
/// <param name="Playbooks">Those that are sound, in the order in which they are tried.</param>
/// <param name="Problems">What is wrong with others.</param>
internal sealed record PlaybookList(IReadOnlyList<ListedPlaybook> Playbooks, IReadOnlyList<PlaybookProblem> Problems)
{
    /// <summary>Lists what was read.</summary>
    /// <param name="shelf">The playbooks.</param>
    /// <param name="config">The project; null where there is none.</param>
    public static PlaybookList Of(PlaybookShelf shelf, AppConfig? config) => new([.. shelf.All.Select(one => ListedPlaybook.Of(one, config))], shelf.Problems);
}
