namespace Landfall.Operations.Migration.Copilot.Addons;

/// <summary>An addon's template that keeps what holds data.</summary>
/// <param name="File">The template, relative to the repository.</param>
/// <param name="Text">Its new text; null where nothing had to be changed, or could be.</param>
/// <param name="Kept">The logical ids that the new text keeps and the old one does not.</param>
/// <param name="ByHand">The logical ids that a person has to see to, as they are not written in lines of their own.</param>
internal sealed record RetainedAddon(string File, string? Text, IReadOnlyList<string> Kept, IReadOnlyList<string> ByHand);
