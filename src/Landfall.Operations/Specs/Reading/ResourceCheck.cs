namespace Landfall.Operations.Specs.Reading;

/// <summary>A check of every resource of a type in the templates.</summary>
/// <param name="Type">The type.</param>
/// <param name="Path">The property, with dots.</param>
/// <param name="Comparison">What it has to be.</param>
internal sealed record ResourceCheck(string Type, string Path, Comparison Comparison) : SpecCheck;
