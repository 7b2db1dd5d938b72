using Landfall.Aws.Protocols;

namespace Landfall.Aws.SystemsManager;

/// <summary>The part of Systems Manager that reads parameters.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class ParameterStoreClient(AwsSession session)
{
    private static readonly AwsService Service = new("ssm", "ssm", "SSM", "AmazonSSM");

    /// <summary>Reads one plain parameter.</summary>
    /// <param name="name">The full name, for example <c>/shop/dev/network/vpc-id</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The value, or null when there is no such parameter.</returns>
    public async Task<string?> FindAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var answer = await JsonProtocol.CallAsync<GetParameterResponse>(
                session, Service, "GetParameter", new { Name = name }, cancellation).ConfigureAwait(false);
            return answer.Parameter.Value;
        }
        catch (AwsException e) when (e.Code == "ParameterNotFound")
        {
            return null;
        }
    }

    private sealed record GetParameterResponse(Parameter Parameter);

    private sealed record Parameter(string Name, string Value);
}
