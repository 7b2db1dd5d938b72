using System.Text.Json.Nodes;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Quotas;

/// <summary>The part of Service Quotas that tells what an account has.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class ServiceQuotaClient(AwsSession session)
{
    // The most that a page holds (Service Quotas API Reference, "ListServiceQuotas").
    private const int PageSize = 100;

    private static readonly AwsService Service = new("servicequotas", "servicequotas", "SERVICE_QUOTAS", "ServiceQuotasV20190624");

    /// <summary>
    /// Lists the quotas of one service. "For some quotas, only the default values are available. If the applied quota value is
    /// not available for a quota, the quota is not retrieved" (Service Quotas API Reference, "ListServiceQuotas").
    /// </summary>
    /// <param name="service">The service's code, for example <c>vpc</c>.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The quotas whose values are known.</returns>
    /// <exception cref="AwsException">AWS refused, or knows no such service there.</exception>
    public async Task<IReadOnlyList<AppliedQuota>> ListAsync(string service, CancellationToken cancellation)
    {
        var quotas = new List<AppliedQuota>();
        string? next = null;
        do
        {
            var request = new { ServiceCode = service, MaxResults = PageSize, NextToken = next };
            var answer = await JsonProtocol.CallAsync<JsonObject>(session, Service, "ListServiceQuotas", request, cancellation).ConfigureAwait(false);
            quotas.AddRange(
                from quota in answer["Quotas"] as JsonArray ?? []
                where quota["Value"] is not null
                select new AppliedQuota((string)quota["QuotaCode"]!, (string)quota["QuotaName"]!, (double)quota["Value"]!));
            next = (string?)answer["NextToken"];
        }
        while (next is not null);
        return quotas;
    }
}
