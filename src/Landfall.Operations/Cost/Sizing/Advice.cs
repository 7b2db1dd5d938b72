namespace Landfall.Operations.Cost.Sizing;

/// <summary>Something to change in the file.</summary>
/// <param name="Text">What, in a sentence.</param>
/// <param name="Saves">US dollars of what is expected of a month; less than nothing where it costs more, null where its amount is not known.</param>
/// <param name="Risk">What can go wrong with it.</param>
internal sealed record Advice(string Text, decimal? Saves, string Risk);
