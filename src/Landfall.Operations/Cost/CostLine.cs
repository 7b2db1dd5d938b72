namespace Landfall.Operations.Cost;

/// <summary>One thing of a resource that is paid for.</summary>
/// <param name="What">What it is.</param>
/// <param name="Price">The name of its price in the table.</param>
/// <param name="Quantity">How much of it in a month.</param>
/// <param name="Unit">In what it is counted.</param>
/// <param name="UnitPrice">What one of them costs; null where the table does not say.</param>
/// <param name="Month">What it costs in a month, in US dollars; null where that is unknown.</param>
/// <param name="Assumed">Whether the quantity is one that is reckoned with, because no template says it.</param>
internal sealed record CostLine(
    string What,
    string Price,
    Extent Quantity,
    string? Unit,
    decimal? UnitPrice,
    Extent? Month,
    bool Assumed);
