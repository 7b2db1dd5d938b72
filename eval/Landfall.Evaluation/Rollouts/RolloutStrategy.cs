namespace Landfall.Evaluation.Rollouts;

/// <summary>How the traffic of a service moves to a new version.</summary>
/// <param name="Name">What the file says.</param>
/// <param name="Shares">The share of the new version, minute by minute, until ECS takes the deployment for done.</param>
/// <param name="BackSteps">How much of the traffic leaves the new version in a minute of a rollback.</param>
internal sealed record RolloutStrategy(string Name, IReadOnlyList<double> Shares, double BackSteps)
{
    private const int Bake = 5;

    /// <summary>Whether the two versions can be told apart: a rolling service has the tasks of both in one target group.</summary>
    public bool IsShifted => BackSteps >= 1;

    /// <summary>The strategies with their defaults, and what another pace makes of two.</summary>
    public static IReadOnlyList<RolloutStrategy> All { get; } =
    [
        // Four tasks, each of which takes two minutes to start; there is no way back but the same one.
        new("`rolling`", [.. Steps(0.25, 2).Concat(Enumerable.Repeat(1.0, Bake))], 0.125),
        new("`blueGreen`", [.. Enumerable.Repeat(1.0, Bake)], 1),
        new("`canary`, `interval: 1m`", [0.1, .. Enumerable.Repeat(1.0, Bake)], 1),
        new("`canary`", [.. Enumerable.Repeat(0.1, 10).Concat(Enumerable.Repeat(1.0, Bake))], 1),
        new("`linear`", [.. Steps(0.1, 1).Concat(Enumerable.Repeat(1.0, Bake))], 1),
        new("`linear`, `interval: 3m`", [.. Steps(0.1, 3).Concat(Enumerable.Repeat(1.0, Bake))], 1),
    ];

    private static IEnumerable<double> Steps(double step, int minutes) =>
        Enumerable.Range(1, (int)Math.Round(1 / step) - 1).SelectMany(i => Enumerable.Repeat(i * step, minutes));
}
