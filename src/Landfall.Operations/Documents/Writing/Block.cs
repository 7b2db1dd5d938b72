namespace Landfall.Operations.Documents.Writing;

/// <summary>A part of a chapter.</summary>
internal abstract record Block;
