namespace Landfall.Operations.Documents.Writing;

/// <summary>A chapter of a document.</summary>
/// <param name="Id">Its place in the page's address.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">What is in it.</param>
internal sealed record Chapter(string Id, string Title, IReadOnlyList<Block> Blocks);
