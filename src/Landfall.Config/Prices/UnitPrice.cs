namespace Landfall.Config.Prices;

/// <summary>What AWS asks for one unit of a thing in one region.</summary>
/// <param name="Name">The thing's name in the table.</param>
/// <param name="Amount">The price in US dollars.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Certainty">How it came into the table.</param>
/// <param name="Source">AWS's page of it.</param>
internal sealed record UnitPrice(string Name, decimal Amount, string Unit, PriceCertainty Certainty, string Source);
