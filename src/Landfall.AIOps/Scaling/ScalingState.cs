namespace Landfall.AIOps.Scaling;

/// <summary>What a scaling policy can see at the start of a minute.</summary>
/// <param name="Minute">Minutes since the replay began.</param>
/// <param name="Desired">The tasks asked for now.</param>
/// <param name="PerTask">Requests per running task of each past minute whose metric has arrived, oldest first.</param>
/// <param name="Demand">Requests of each past minute whose metric has arrived, with those before the replay, oldest first.</param>
public readonly record struct ScalingState(int Minute, int Desired, IReadOnlyList<double> PerTask, ReadOnlyMemory<double> Demand);
