namespace Landfall.Operations.Cost;

/// <summary>Another way, and what it would save.</summary>
/// <param name="Text">What it is, in a sentence.</param>
/// <param name="Saves">US dollars a month of what is expected; less than nothing where it costs more.</param>
internal sealed record Hint(string Text, decimal Saves);
