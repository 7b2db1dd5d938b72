using Landfall.Operations.Specs.Judging;

namespace Landfall.Operations.Specs;

/// <summary>What came of the specifications of a project.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment that they were held against.</param>
/// <param name="Requirements">The requirements.</param>
/// <param name="Faults">What is wrong with the specifications themselves.</param>
internal sealed record SpecReport(string App, string Environment, IReadOnlyList<CheckedRequirement> Requirements, IReadOnlyList<SpecFault> Faults)
{
    /// <summary>True where no requirement is violated and the specifications have no faults.</summary>
    public bool Holds => Faults.Count == 0 && Requirements.All(one => one.Outcome != CheckOutcome.Violated);
}
