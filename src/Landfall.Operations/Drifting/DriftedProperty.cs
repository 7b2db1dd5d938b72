using Landfall.Aws.CloudFormation;

namespace Landfall.Operations.Drifting;

/// <summary>A property that is not as it was deployed.</summary>
/// <param name="Property">Its path, with dots.</param>
/// <param name="Expected">What was deployed; null for what was added since.</param>
/// <param name="Actual">What it is; null for what is gone.</param>
/// <param name="Words">Both in a sentence.</param>
internal sealed record DriftedProperty(string Property, string? Expected, string? Actual, string Words)
{
    /// <summary>Says what CloudFormation found.</summary>
    /// <param name="found">What it found.</param>
    /// <returns>The property.</returns>
    public static DriftedProperty Of(PropertyDrift found)
    {
        var name = found.Path.TrimStart('/').Replace('/', '.');
        return found.Kind switch
        {
            "ADD" => Added(name, found.Actual),
            "REMOVE" => new DriftedProperty(name, found.Expected, null, $"{name} was deployed as {found.Expected}, and is not set any more."),
            _ => new DriftedProperty(name, found.Expected, found.Actual, $"{name} was deployed as {found.Expected}, and is {found.Actual}."),
        };
    }

    /// <summary>Says that there is something more than was deployed.</summary>
    /// <param name="name">The property.</param>
    /// <param name="actual">What was added.</param>
    /// <returns>The property.</returns>
    public static DriftedProperty Added(string name, string actual) => new(name, null, actual, $"{name} has {actual}, which was not deployed.");
}
