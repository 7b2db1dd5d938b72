namespace Landfall.Operations;

/// <summary>The parameters of an operation that takes none.</summary>
internal sealed record NoParameters;
