namespace Landfall.Operations.Cost.Billed;

/// <summary>What an environment was billed for, by its tags.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Amount">All of it, in US dollars.</param>
/// <param name="Month">The same in a month of 730 hours.</param>
/// <param name="Services">What AWS's services were billed with, the dearest first.</param>
/// <param name="Rise">What has risen most, and has stayed so; null where nothing has.</param>
internal sealed record BilledCost(DateOnly From, DateOnly To, decimal Amount, decimal Month, IReadOnlyList<BilledService> Services, CostRise? Rise);
