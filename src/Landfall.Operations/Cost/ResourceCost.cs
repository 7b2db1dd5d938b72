namespace Landfall.Operations.Cost;

/// <summary>What a resource costs.</summary>
/// <param name="LogicalId">Its name in the template.</param>
/// <param name="Type">Its type.</param>
/// <param name="Lines">What of it is paid for.</param>
internal sealed record ResourceCost(string LogicalId, string Type, IReadOnlyList<CostLine> Lines)
{
    /// <summary>What is known of it, in a month.</summary>
    public Extent Month { get; } = Extent.Sum(Lines.Select(line => line.Month).OfType<Extent>());
}
