namespace Landfall.Operations.Deployment;

/// <summary>What <c>landfall deploy</c> was asked to do.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first.</param>
/// <param name="Only">The services whose stacks alone are deployed; empty for all stacks.</param>
/// <param name="Local">True to deploy to the local AWS, which is started when it does not run.</param>
/// <param name="Yes">True when every question is answered with yes.</param>
internal sealed record DeployRequest(string Folder, string? Environment, IReadOnlyList<string> Only, bool Local, bool Yes);
