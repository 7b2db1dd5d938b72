namespace Landfall.Evaluation.Rollouts;

/// <summary>What a release is like.</summary>
/// <param name="NewFailures">The share of the new version's requests that fail.</param>
/// <param name="OldFailures">The share of the old version's.</param>
/// <param name="Outage">The share of both that fail in the first ten minutes because of something else; 0 for nothing.</param>
internal sealed record RolloutScenario(double NewFailures, double OldFailures, double Outage)
{
    /// <summary>Minutes that an outage lasts.</summary>
    public const int OutageMinutes = 10;

    /// <summary>No worse than what was there.</summary>
    public static RolloutScenario Healthy { get; } = new(0.001, 0.001, 0);

    /// <summary>No worse, while a database that both use is ill.</summary>
    public static RolloutScenario HealthyInAnOutage { get; } = new(0.001, 0.001, 0.05);

    /// <summary>Two requests of a hundred fail.</summary>
    public static RolloutScenario Bad { get; } = new(0.02, 0.001, 0);

    /// <summary>Thirty of a hundred do.</summary>
    public static RolloutScenario VeryBad { get; } = new(0.3, 0.001, 0);
}
