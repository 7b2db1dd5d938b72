namespace Landfall.Operations.Specs.Reading;

/// <summary>A check under a requirement.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Text">What is written there.</param>
/// <param name="Check">The check.</param>
internal sealed record CheckLine(int Line, string Text, SpecCheck Check);
