namespace Landfall.Operations.Cost;

/// <summary>A part of two environments.</summary>
/// <param name="Name">The part.</param>
/// <param name="Here">What is expected of it in a month, in US dollars; null where the environment has no such part.</param>
/// <param name="There">The same of the other environment.</param>
internal sealed record ComparedPart(string Name, decimal? Here, decimal? There);
