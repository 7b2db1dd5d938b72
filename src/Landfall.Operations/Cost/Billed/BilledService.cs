namespace Landfall.Operations.Cost.Billed;

/// <summary>What one of AWS's services was billed with.</summary>
/// <param name="Service">The service, as bills name it.</param>
/// <param name="Amount">The amount, in US dollars.</param>
internal sealed record BilledService(string Service, decimal Amount);
