namespace Landfall.Hooks.Rollouts;

/// <summary>What is deployed, and which version has how much of the traffic.</summary>
/// <param name="ServiceArn">The service.</param>
/// <param name="TargetServiceRevisionArn">The version that is deployed.</param>
/// <param name="TestTrafficWeights">Percent of the test listener's traffic, for each version.</param>
/// <param name="ProductionTrafficWeights">Percent of people's traffic, for each version.</param>
internal sealed record ExecutionDetails(
    string? ServiceArn,
    string? TargetServiceRevisionArn,
    IReadOnlyDictionary<string, double>? TestTrafficWeights,
    IReadOnlyDictionary<string, double>? ProductionTrafficWeights);
