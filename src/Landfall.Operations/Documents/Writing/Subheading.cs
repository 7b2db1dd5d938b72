namespace Landfall.Operations.Documents.Writing;

/// <summary>The heading of a part of a chapter.</summary>
/// <param name="Text">The heading.</param>
/// <param name="Id">Its place in the page's address, or null where nothing leads to it.</param>
internal sealed record Subheading(string Text, string? Id = null) : Block;
