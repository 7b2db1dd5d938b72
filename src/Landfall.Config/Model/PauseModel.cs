using Landfall.Config.Binding;
using Landfall.Config.Plan;

namespace Landfall.Config.Model;

/// <summary>A point of a rollout at which ECS waits for somebody.</summary>
[Shorthand(nameof(At))]
internal sealed record PauseModel : Section
{
    [Key("Where it waits: beforeTraffic, when the new version runs and nobody is sent to it; afterTraffic, when all are.", Required = true)]
    public PausePoint? At { get; init; }

    [Key("How long it waits.", Step = "1m", Shortest = "1m", Longest = "1d")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromDays(1);

    [Key("What happens when nobody has decided by then.")]
    public PauseEnd Then { get; init; } = PauseEnd.Rollback;
}
