using Landfall.Config.Binding;
using Landfall.Config.Plan;

namespace Landfall.Config.Model;

/// <summary>A check of a new version within its rollout.</summary>
[Shorthand(nameof(File))]
internal sealed record CheckModel : Section
{
    [Key("The check file, in the project's folder: requests with what their answers have to be. 'landfall check' runs it by hand.", Required = true)]
    public string? File { get; init; }

    [Key("When it runs: beforeTraffic, against the new version while nobody is sent to it; afterTraffic, when all are and the old one still runs.")]
    public PausePoint At { get; init; } = PausePoint.BeforeTraffic;

    [Key("How long it may take, with being tried again. After that, or when it has failed three times, the rollout is rolled back.", Step = "1s", Shortest = "30s", Longest = "1h")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);
}
