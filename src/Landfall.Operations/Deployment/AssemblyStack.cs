namespace Landfall.Operations.Deployment;

/// <summary>One stack of a cloud assembly.</summary>
/// <param name="Id">Its id in the assembly.</param>
/// <param name="Name">Its name in CloudFormation.</param>
/// <param name="Dependencies">Ids of the artifacts that come before it.</param>
/// <param name="ResourceTypes">The type of each of its resources.</param>
/// <param name="Description">What is in it, in its author's words, or null.</param>
internal sealed record AssemblyStack(
    string Id, string Name, IReadOnlyList<string> Dependencies, IReadOnlyList<string> ResourceTypes, string? Description);
