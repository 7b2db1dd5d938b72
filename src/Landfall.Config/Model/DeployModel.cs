using Landfall.Config.Binding;
using Landfall.Config.Plan;
using Landfall.Config.Values;

namespace Landfall.Config.Model;

/// <summary>How a new version replaces the old one.</summary>
internal sealed record DeployModel : Section
{
    /// <summary>Percent of the traffic that moves in a step.</summary>
    public const double DefaultStep = 10;

    /// <summary>How long both versions run after the traffic has moved.</summary>
    public static readonly TimeSpan DefaultBake = TimeSpan.FromMinutes(5);

    /// <summary>Time between steps.</summary>
    public static readonly TimeSpan DefaultInterval = TimeSpan.FromMinutes(1);

    [Key("The strategy. All but rolling need a load balancer.", Default = "rolling")]
    public DeployStrategy? Strategy { get; init; }

    [Key("How long both versions run after the traffic has moved.", Step = "1m", Shortest = "0m", Longest = "1d", Default = "5m (rolling: none)")]
    public TimeSpan? Bake { get; init; }

    [Key("Linear and canary: share of traffic that moves in a step, in percent.", Min = 1, Max = 99, Default = "10")]
    public Percent? Step { get; init; }

    [Key("Linear and canary: time between steps.", Step = "1m", Shortest = "0m", Longest = "1d", Default = "1m")]
    public TimeSpan? Interval { get; init; }
}
