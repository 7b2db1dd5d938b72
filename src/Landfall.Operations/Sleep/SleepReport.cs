using System.Text.Json.Serialization;

namespace Landfall.Operations.Sleep;

/// <summary>What putting an environment to sleep, or waking it, has done.</summary>
/// <param name="App">The application.</param>
/// <param name="Environment">The environment.</param>
/// <param name="Asleep">True when it sleeps now.</param>
/// <param name="DryRun">True when nothing was done, and the rest says what would be.</param>
/// <param name="Services">The services with how many tasks they are to run, in order of name.</param>
/// <param name="KeepsCosting">What an environment costs though no task runs.</param>
internal sealed record SleepReport(
    string App, string Environment, bool Asleep, bool DryRun, IReadOnlyList<TaskCount> Services, IReadOnlyList<StandingCost> KeepsCosting)
{
    /// <summary>When the environment's own schedule ends this; null without one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Until { get; init; }
}
