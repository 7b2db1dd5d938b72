namespace Landfall.Operations.Deployment;

/// <summary>A resource of a stack, as people are told of it.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Type">The resource's type.</param>
/// <param name="PhysicalId">Its name or ARN in AWS.</param>
internal sealed record OwnedResource(string Stack, string Type, string PhysicalId)
{
    /// <summary>As people read it.</summary>
    public override string ToString() => $"{Type} {PhysicalId} ({Stack})";
}
