namespace Landfall.Cli.Deployment;

/// <summary>A resource that stays when its stack is deleted.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Type">The resource's type.</param>
/// <param name="PhysicalId">Its name or ARN in AWS.</param>
internal sealed record RetainedResource(string Stack, string Type, string PhysicalId)
{
    /// <summary>As people read it.</summary>
    public override string ToString() => $"{Type} {PhysicalId} ({Stack})";
}
