namespace Landfall.Operations.Specs.Reading;

/// <summary>What a requirement's check says.</summary>
internal abstract record SpecCheck;
