using System.ComponentModel;

namespace Landfall.Operations.Deployment;

/// <summary>What to deploy.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Only">The stacks to deploy; none for all.</param>
/// <param name="Local">True for the local AWS.</param>
internal sealed record DeployParameters(
    [property: Description("The project's folder, with landfall.yaml in it.")] string Folder,
    [property: Description("The environment; the first in the file by default.")] string? Environment,
    [property: Description("Deploy only these stacks, named by service, as network, data, edge, or by the end of an added stack's name.")] IReadOnlyList<string> Only,
    [property: Description("Use the local AWS on this machine; it is started when it does not run.")] bool Local);
