namespace Landfall.Operations.Specs.Reading;

/// <summary>A check that the templates have no resource of a type.</summary>
/// <param name="Type">The type.</param>
internal sealed record AbsenceCheck(string Type) : SpecCheck;
