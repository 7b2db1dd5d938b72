namespace Landfall.Operations.Documents.Writing;

/// <summary>A document for people, in no form yet.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Chapters">Its chapters.</param>
internal sealed record Document(string Title, IReadOnlyList<Chapter> Chapters)
{
    /// <summary>What is in every file that was written, and by which it is known again.</summary>
    public const string Mark = "Written by 'landfall docs'";

    /// <summary>The mark as a comment of Markdown and of HTML alike.</summary>
    public const string Comment = "<!-- " + Mark + ": the next run writes it again. -->";
}
