namespace Landfall.Operations.Deployment;

/// <summary>What the deployed stacks of an environment tell about themselves.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Deployed">False when it has no stack.</param>
/// <param name="Stacks">Outputs by stack and name.</param>
internal sealed record EnvironmentOutputs(
    string App, string Environment, bool Deployed, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Stacks);
