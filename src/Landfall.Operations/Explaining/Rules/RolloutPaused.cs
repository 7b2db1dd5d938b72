using System.Globalization;

namespace Landfall.Operations.Explaining.Rules;

/// <summary>A rollout waits for somebody.</summary>
internal sealed class RolloutPaused : IHealthRule
{
    /// <inheritdoc />
    public string Id => "rollout-paused";

    /// <inheritdoc />
    public Finding? Explain(ServiceCase facts) => facts.Status.Rollout is { Waits: true } rollout
        ? new Finding(
            Id,
            "Its rollout waits for somebody to decide.",
            [string.Create(CultureInfo.InvariantCulture, $"stage {rollout.Stage}{(rollout.WaitsUntil is { } until ? $", until {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC" : "")}")],
            $"'landfall rollout continue --service {facts.Service.Title}' lets it go on, 'landfall rollout rollback' takes it back.")
        : null;
}
