using System.Net;
using DnsClient;
using DnsClient.Protocol;

namespace Landfall.Operations.Doctor;

/// <summary>Asks DNS who answers for a name.</summary>
internal static class NameServers
{
    /// <summary>How long one server may take; those of a machine that answers at all do so within a second.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Asks who answers for a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="servers">Whom to ask, one after the other; null for those of this machine.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The names of the servers, in order; none where there is no such name, null where nobody could tell.</returns>
    public static async Task<IReadOnlyList<string>?> AskAsync(string name, IPEndPoint[]? servers, CancellationToken stop)
    {
        var options = servers is null ? new LookupClientOptions() : new LookupClientOptions(servers);
        options.Timeout = Patience;
        options.Retries = 1;
        options.UseCache = false;
        options.UseRandomNameServer = false;
        options.ContinueOnDnsError = true;
        try
        {
            var answer = await new LookupClient(options).QueryAsync(name, QueryType.NS, cancellationToken: stop).ConfigureAwait(false);
            return answer.Header.ResponseCode is DnsHeaderResponseCode.NoError or DnsHeaderResponseCode.NotExistentDomain
                ? [.. answer.Answers.OfType<NsRecord>().Select(record => record.NSDName.Value.TrimEnd('.')).Order(StringComparer.OrdinalIgnoreCase)]
                : null;
        }
        catch (Exception e) when (e is DnsResponseException or DnsResponseParseException && !stop.IsCancellationRequested)
        {
            return null;
        }
    }
}
