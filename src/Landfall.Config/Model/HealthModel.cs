using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>A target group's health check.</summary>
[Shorthand(nameof(Path))]
internal sealed record HealthModel : Section
{
    [Key("The path that answers when the service is well.",
        Pattern = "/\\S{0,1023}", PatternMeaning = "a path that begins with a slash", Default = "/ (gRPC: /AWS.ALB/healthcheck)")]
    public string? Path { get; init; }

    [Key("Time between checks.", Shortest = "5s", Longest = "5m")]
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(15);

    [Key("Time after which a check has failed; less than the interval.", Shortest = "2s", Longest = "2m")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    [Key("Successes in a row that make a task healthy.", Min = 2, Max = 10)]
    public int HealthyThreshold { get; init; } = 2;

    [Key("Failures in a row that make a task unhealthy.", Min = 2, Max = 10)]
    public int UnhealthyThreshold { get; init; } = 3;

    [Key("HTTP codes, or gRPC's from 0 to 99, that count as success, for example \"200\" or \"200-299\".", Loose = true, Min = 0, Max = 499,
        Pattern = "[0-9]{1,3}(-[0-9]{1,3})?(,[0-9]{1,3}(-[0-9]{1,3})?)*", PatternMeaning = "codes such as 200, \"200-299\" or \"200,302\"",
        Default = "200 (gRPC: 0 and 12, what a server answers that knows no such method)")]
    public string? Codes { get; init; }

    [Key("Grace after a task's start in which failures do not count.", Shortest = "0s", Longest = "2h")]
    public TimeSpan GracePeriod { get; init; } = TimeSpan.FromSeconds(60);
}
