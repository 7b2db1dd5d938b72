namespace Landfall.Operations.Cost;

/// <summary>What is reckoned with of a use that no template says.</summary>
/// <param name="Quantity">How much.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Of">Whose use it is.</param>
internal sealed record Assumption(decimal Quantity, string Unit, string Of);
