using Landfall.Aws;
using Landfall.Aws.Quotas;
using Landfall.Config.Limits;
using Landfall.Config.Regions;

namespace Landfall.Operations.Accounts;

/// <summary>
/// Finds the quotas that a file can run into. They are no condition of anything: what is not told is AWS's default.
/// </summary>
/// <param name="session">The account and region.</param>
internal sealed class QuotaLookup(AwsSession session)
{
    // Terraform's AWS provider, "aws_servicequotas_service_quota": "Global quotas … can only be accessed in us-east-1 in the
    // Commercial partition or us-gov-west-1 in the GovCloud partition". Of China nobody says where.
    private static readonly Dictionary<string, string> GlobalRegions = new(StringComparer.Ordinal)
    {
        ["aws"] = "us-east-1",
        ["aws-us-gov"] = "us-gov-west-1",
    };

    /// <summary>Asks for them.</summary>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The account's values, by the limits' keys.</returns>
    public async Task<IReadOnlyDictionary<string, double>> RunAsync(CancellationToken cancellation)
    {
        var hasGlobal = GlobalRegions.TryGetValue(RegionTable.Of(session.Region).Partition, out var region);
        using var global = session.In(region ?? session.Region);
        var services = LimitList.All
            .Where(limit => limit.Quota is { } quota && (hasGlobal || !quota.IsGlobal))
            .GroupBy(limit => limit.Quota!.Service, StringComparer.Ordinal)
            .ToArray();
        var answers = await Task.WhenAll(services.Select(limits => ListAsync(limits.First().Quota!.IsGlobal ? global : session, limits.Key, cancellation))).ConfigureAwait(false);
        var found =
            from service in services.Zip(answers)
            from limit in service.First
            let told = service.Second.FirstOrDefault(quota => limit.Quota!.Is(quota.Code, quota.Name))
            where told is not null
            select KeyValuePair.Create(limit.Key, told.Value);
        return new SortedDictionary<string, double>(found.ToDictionary(), StringComparer.Ordinal);
    }

    private static async Task<IReadOnlyList<AppliedQuota>> ListAsync(AwsSession there, string service, CancellationToken cancellation)
    {
        try
        {
            return await new ServiceQuotaClient(there).ListAsync(service, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is AwsException or HttpRequestException)
        {
            // Not allowed, not in this region, or no such service there ("NoSuchResourceException").
            return [];
        }
    }
}
