namespace Landfall.Aws.Scaling;

/// <summary>The limits between which a service's number of tasks moves.</summary>
/// <param name="Least">Smallest number of tasks.</param>
/// <param name="Most">Largest number of tasks.</param>
/// <param name="Suspended">True where nothing moves it: neither load nor schedules.</param>
public sealed record ScalingLimits(int Least, int Most, bool Suspended);
