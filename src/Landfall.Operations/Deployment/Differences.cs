namespace Landfall.Operations.Deployment;

/// <summary>What is wanted against what runs.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Text">The differences, as the CDK CLI writes them.</param>
internal sealed record Differences(string App, string Environment, string Text);
