using Landfall.Aws.Protocols;

namespace Landfall.Aws.SecurityToken;

/// <summary>The part of STS that tells who is calling.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class SecurityTokenClient(AwsSession session)
{
    private static readonly AwsService Service = new("sts", "sts", "STS", "2011-06-15");

    /// <summary>Asks for the caller's account.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The 12-digit account.</returns>
    public async Task<string> GetAccountAsync(CancellationToken cancellation)
    {
        var answer = await QueryProtocol.CallAsync(
            session, Service, "GetCallerIdentity", new Dictionary<string, string>(), cancellation).ConfigureAwait(false);
        return answer.Descendants("Account").First().Value;
    }
}
