using Landfall.Config.Binding;
using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Config.Model;

/// <summary>How a new version replaces the old one.</summary>
internal sealed record DeployModel : Section
{
    [Key("The strategy. All but rolling need a load balancer.")]
    public DeployStrategy Strategy { get; init; } = DeployStrategy.Rolling;

    [Key("How long both versions run after the traffic has moved.", Step = "1m", Shortest = "0m", Longest = "1d", Default = "5m (rolling: none)")]
    public TimeSpan? Bake { get; init; }

    [Key("Linear and canary: share of traffic that moves in a step, in percent.", Min = 1, Max = 99)]
    public Percent Step { get; init; } = new(10);

    [Key("Linear and canary: time between steps.", Step = "1m", Shortest = "0m", Longest = "1d", Default = "10m (canary), 1m (linear)")]
    public TimeSpan? Interval { get; init; }

    [Key("A point at which the rollout waits until somebody lets it go on or takes it back ('landfall rollout'), or details.")]
    public PauseModel? Pause { get; init; }

    [Key("Checks of the new version within the rollout: check files, commands and images; a check that fails rolls it back.")]
    public IReadOnlyList<CheckModel> Checks { get; init; } = [];

    [Key("Linear and canary: compare what both versions answer while traffic shifts, and roll a new one back that fails more or is slower.")]
    public bool Judge { get; init; } = true;

    /// <summary>
    /// <see cref="Interval"/>, or the strategy's default: ten minutes of a canary are ECS's own (Amazon ECS API Reference,
    /// CanaryConfiguration), and give its metrics, which are of whole minutes and come late, time to tell the versions apart; a linear
    /// shift has as many in its steps.
    /// </summary>
    public TimeSpan StepTime => Interval ?? TimeSpan.FromMinutes(Strategy == DeployStrategy.Canary ? 10 : 1);

    /// <summary><see cref="Bake"/>, or the strategy's default.</summary>
    public TimeSpan BakeTime => Bake ?? (Strategy == DeployStrategy.Rolling ? TimeSpan.Zero : TimeSpan.FromMinutes(5));
}
