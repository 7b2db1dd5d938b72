namespace Landfall.Operations.Doctor;

/// <summary>Whether an environment can be worked with from here.</summary>
/// <param name="App">The application; null where the file cannot be read.</param>
/// <param name="Environment">The environment; null where the file cannot be read.</param>
/// <param name="Symptoms">What was found, in the order of the checks.</param>
internal sealed record DoctorReport(string? App, string? Environment, IReadOnlyList<Symptom> Symptoms)
{
    /// <summary>True where nothing is broken.</summary>
    public bool Works => Symptoms.All(symptom => symptom.State != SymptomState.Broken);
}
