using System.ComponentModel;

namespace Landfall.Operations.Deployment;

/// <summary>What to deploy.</summary>
/// <param name="Folder">The project's folder.</param>
/// <param name="Environment">The environment, or null for the first in the file.</param>
/// <param name="Only">The stacks to deploy; none for all.</param>
/// <param name="Local">True for the local AWS.</param>
internal sealed record DeployParameters(
    [property: Description(ParameterText.Folder)] string Folder,
    [property: Description(ParameterText.Environment)] string? Environment,
    [property: Description("Deploy only these stacks, named by service, as network, data, edge or edge-global, or by the end of an added stack's name.")] IReadOnlyList<string> Only,
    [property: Description(ParameterText.Local)] bool Local)
{
    /// <summary>A file with the change that was approved; null for whatever there is to do.</summary>
    [Description("Apply exactly the change in this file, which 'diff --output' wrote, or refuse."), Traits(ParameterTraits.Path)]
    public string? Change { get; init; }

    /// <summary>Folders with the images; none to build them.</summary>
    [Description("Push the images from these folders, which 'build images' wrote, by their digests, and build none."), Traits(ParameterTraits.Path)]
    public IReadOnlyList<string> Images { get; init; } = [];

    /// <summary>True to roll a stack back at its service's first failing task, instead of asking or of letting ECS go on.</summary>
    [Description("Roll a stack back when the first task of its service fails; otherwise a person is asked, and without one ECS goes on trying.")]
    public bool RollbackOnFailure { get; init; }
}
