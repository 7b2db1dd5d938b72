namespace Landfall.Operations.Specs.Reading;

/// <summary>A check of what the file plans.</summary>
/// <param name="Kind">The kind of thing, for example <c>service</c>; <c>plan</c> for the environment itself.</param>
/// <param name="Name">Its name in the file; empty for the environment.</param>
/// <param name="Path">The property, with dots.</param>
/// <param name="Comparison">What it has to be.</param>
internal sealed record PlanCheck(string Kind, string Name, string Path, Comparison Comparison) : SpecCheck;
