namespace Landfall.Operator.Operating;

/// <summary>What an operator sees.</summary>
/// <param name="Watched">True where it goes on until somebody interrupts.</param>
/// <param name="Limits">What it may do, in a sentence.</param>
/// <param name="Ticks">Its looks, one after the other.</param>
internal sealed record OperateReport(bool Watched, string Limits, IAsyncEnumerable<OperatorTick> Ticks);
