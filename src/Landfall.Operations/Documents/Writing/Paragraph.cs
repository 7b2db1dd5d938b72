namespace Landfall.Operations.Documents.Writing;

/// <summary>Some sentences.</summary>
/// <param name="Text">The sentences.</param>
internal sealed record Paragraph(Phrase Text) : Block;
