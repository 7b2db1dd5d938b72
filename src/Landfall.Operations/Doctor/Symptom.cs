namespace Landfall.Operations.Doctor;

/// <summary>What a check has found.</summary>
/// <param name="Check">The check's name.</param>
/// <param name="State">How it is.</param>
/// <param name="What">What was found, in words.</param>
/// <param name="Fix">What to do; null where nothing is to be done.</param>
internal sealed record Symptom(string Check, SymptomState State, string What, string? Fix);
