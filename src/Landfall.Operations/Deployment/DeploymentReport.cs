namespace Landfall.Operations.Deployment;

/// <summary>What a deployment did.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Stacks">Every stack, in order of deployment.</param>
/// <param name="Outputs">The outputs of every stack, by stack and name.</param>
/// <param name="RecordedTypes">Resource types that the local AWS only recorded, with how many there are; empty on AWS.</param>
internal sealed record DeploymentReport(
    string App,
    string Environment,
    IReadOnlyList<StackReport> Stacks,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Outputs,
    IReadOnlyDictionary<string, int> RecordedTypes);
