namespace Landfall.Operator.Operating;

/// <summary>What an operator sees.</summary>
/// <param name="Watched">True where it goes on until somebody interrupts.</param>
/// <param name="Ticks">Its looks, one after the other.</param>
internal sealed record OperateReport(bool Watched, IAsyncEnumerable<OperatorTick> Ticks);
