using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>ECS's check inside the container.</summary>
[Shorthand(nameof(Command))]
internal sealed record ContainerHealthModel : Section
{
    [Key("The command, run by the container's shell.", Required = true)]
    public string? Command { get; init; }

    [Key("Time between checks.", Shortest = "5s", Longest = "5m", Default = "30s")]
    public TimeSpan? Interval { get; init; }

    [Key("Time after which a check has failed.", Shortest = "2s", Longest = "1m", Default = "5s")]
    public TimeSpan? Timeout { get; init; }

    [Key("Failures in a row that make the container unhealthy.", Min = 1, Max = 10, Default = "3")]
    public int? Retries { get; init; }

    [Key("Grace after the start in which failures do not count.", Shortest = "0s", Longest = "5m", Default = "30s")]
    public TimeSpan? StartPeriod { get; init; }
}
