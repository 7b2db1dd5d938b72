namespace Landfall.Operations.Specs.Reading;

/// <summary>A requirement's sentence.</summary>
/// <param name="Kind">Its form.</param>
/// <param name="System">What shall do something.</param>
/// <param name="Response">What it shall do.</param>
internal sealed record EarsSentence(EarsKind Kind, string System, string Response);
