using System.Text.RegularExpressions;

namespace Landfall.Operations.Builds.Rules;

/// <summary>Something on the network cannot be reached.</summary>
internal sealed partial class Network : IFailureRule
{
    /// <inheritdoc />
    public string Id => "network";

    /// <inheritdoc />
    public BuildFailure? Explain(BuildLog log) => log.Lines(Says()) is { Count: > 0 } lines
        ? new BuildFailure(
            lines,
            log.Find(Host()) is { Success: true } match ? $"'{match.Groups["host"].Value}' cannot be reached." : "A host on the network cannot be reached.",
            "Run the build again: most such failures pass. Where it stays, look at the host's own status page, and at what lets the build out: a VPC's routes and security groups, a proxy.")
        : null;

    [GeneratedRegex("""
        npm\ (?:ERR!|error)\ (?:code\ (?:ETIMEDOUT|ECONNRESET|ECONNREFUSED|ENOTFOUND|EAI_AGAIN)|network\ ) |
        Could\ not\ resolve\ host |
        Temporary\ failure\ (?:in\ name\ resolution|resolving) |
        dial\ tcp.*(?:no\ such\ host|i/o\ timeout|connection\ refused|server\ misbehaving) |
        net/http:\ (?:TLS\ handshake\ timeout|request\ canceled) |
        NewConnectionError|ReadTimeoutError|ConnectTimeoutError|Connection\ timed\ out |
        Failed\ to\ connect\ to\ \S+\ port |
        Unable\ to\ load\ the\ service\ index\ for\ source |
        Could\ not\ transfer\ artifact |
        Could\ not\ connect\ to\ the\ endpoint\ URL
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Says();

    [GeneratedRegex(@"(?:resolve host: |lookup |resolving '|connect to |host=')(?<host>[\w.-]+\.\w+)|(?:https?://)(?<host>[\w.-]+\.\w+)")]
    private static partial Regex Host();
}
