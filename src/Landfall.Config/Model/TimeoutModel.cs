using Landfall.Config.Binding;

namespace Landfall.Config.Model;

/// <summary>How long things may take: a run of a job, a request to a service.</summary>
[Shorthand(nameof(Run))]
internal sealed record TimeoutModel : Section
{
    [Key("Job: time after which a run is stopped.", Shortest = "1m", Longest = "7d")]
    public TimeSpan Run { get; init; } = TimeSpan.FromHours(1);

    [Key("Web and internal: time for the whole answer, in which Service Connect waits for it; 0s for no limit, as streams and long polling need.",
        Shortest = "0s", Longest = "1d")]
    public TimeSpan Request { get; init; } = TimeSpan.Zero;

    [Key("Web and internal: how long a connection may be silent. A load balancer has the longest of its services.", Shortest = "1s", Longest = "4000s")]
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(60);
}
