using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>A task that runs once before a new version takes over.</summary>
internal sealed record ReleaseModel : Section
{
    [Key("The command in place of the image's own, for example a migration. It may run again after a deployment that was cut short.",
        Verbatim = true, Required = true, Loose = true, MinItems = 1)]
    public IReadOnlyList<string> Command { get; init; } = [];

    [Key("Time after which the task is stopped and the deployment fails.", Step = "1s", Shortest = "1m", Longest = "1d")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(15);
}
