namespace Landfall.Operations.Drifting;

/// <summary>A resource that is not as it was deployed.</summary>
/// <param name="Stack">Its stack.</param>
/// <param name="Resource">Its name in the template.</param>
/// <param name="Type">Its CloudFormation type.</param>
/// <param name="Id">Its name in AWS.</param>
/// <param name="Deleted">True when it is not there any more.</param>
/// <param name="Properties">What differs.</param>
internal sealed record DriftedResource(
    string Stack, string Resource, string Type, string Id, bool Deleted, IReadOnlyList<DriftedProperty> Properties)
{
    /// <summary>The latest call that changed it, of those that CloudTrail tells; null where that is not known.</summary>
    public LastChange? LastChange { get; init; }

    /// <summary>Why it is not known who changed it; null where it is.</summary>
    public string? NotKnown { get; init; }
}
