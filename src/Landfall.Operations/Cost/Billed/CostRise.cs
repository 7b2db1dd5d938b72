namespace Landfall.Operations.Cost.Billed;

/// <summary>A kind of use that costs more than it did.</summary>
/// <param name="Service">The service, as bills name it.</param>
/// <param name="UsageType">The kind of use.</param>
/// <param name="Since">The first day on which it cost more.</param>
/// <param name="Before">What it cost on the average of a day before, in US dollars.</param>
/// <param name="After">What it has cost on the average of a day since.</param>
/// <param name="Deployed">The stacks that were last deployed on that day or the day before.</param>
internal sealed record CostRise(string Service, string UsageType, DateOnly Since, decimal Before, decimal After, IReadOnlyList<string> Deployed);
