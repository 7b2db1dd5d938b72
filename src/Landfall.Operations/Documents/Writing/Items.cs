namespace Landfall.Operations.Documents.Writing;

/// <summary>A list without an order.</summary>
/// <param name="Entries">Its items.</param>
internal sealed record Items(IReadOnlyList<Phrase> Entries) : Block;
