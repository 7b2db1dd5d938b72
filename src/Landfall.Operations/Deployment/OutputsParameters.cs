using System.ComponentModel;

namespace Landfall.Operations.Deployment;

/// <summary>Whose outputs to read.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Local">True for the local AWS.</param>
internal sealed record OutputsParameters(
    [property: Description("The project's folder, with landfall.yaml in it.")] string Folder,
    [property: Description("The environment; the first in the file by default.")] string? Environment,
    [property: Description("Use the local AWS on this machine.")] bool Local);
