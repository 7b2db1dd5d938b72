namespace Landfall.Operations.Documents.Writing;

/// <summary>A piece of a document's text: as it is, whatever stands in it. Whoever writes a document escapes it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Link">Where it leads, or null.</param>
internal sealed record Phrase(string Text, string? Link = null)
{
    /// <summary>Where it leads, if that is a page; other schemes, which might run something, are no links.</summary>
    public string? Page => Link is not null && (Link.StartsWith('#') || Link.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || Link.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) ? Link : null;

    /// <summary>A text that leads nowhere.</summary>
    public static implicit operator Phrase(string text) => new(text);
}
