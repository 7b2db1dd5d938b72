using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>ECS's check inside the container.</summary>
[Shorthand(nameof(Command))]
internal sealed record ContainerHealthModel : Section
{
    [Key("The command, run by the container's shell.", Verbatim = true, Required = true)]
    public string? Command { get; init; }

    [Key("Time between checks.", Shortest = "5s", Longest = "5m")]
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(30);

    [Key("Time after which a check has failed.", Shortest = "2s", Longest = "1m")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    [Key("Failures in a row that make the container unhealthy.", Min = 1, Max = 10)]
    public int Retries { get; init; } = 3;

    [Key("Grace after the start in which failures do not count.", Shortest = "0s", Longest = "5m")]
    public TimeSpan StartPeriod { get; init; } = TimeSpan.FromSeconds(30);
}
