using System.Text.Json;
using System.Text.Json.Nodes;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.CloudTrail;

/// <summary>The part of CloudTrail that tells who did what, of the last 90 days.</summary>
/// <param name="session">Who calls, and where.</param>
public sealed class AccountEventClient(AwsSession session)
{
    // The most that a page holds (CloudTrail API Reference, "LookupEvents").
    private const int PageSize = 50;

    private static readonly AwsService Service = new("cloudtrail", "cloudtrail", "CLOUDTRAIL", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101");

    /// <summary>Lists the latest calls that named a resource: one page, since no more than two requests a second are answered.</summary>
    /// <param name="resource">The resource's name.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The calls, newest first.</returns>
    /// <exception cref="AwsException">AWS refused.</exception>
    public async Task<IReadOnlyList<AccountEvent>> ListAsync(string resource, CancellationToken cancellation)
    {
        var request = new { LookupAttributes = new[] { new { AttributeKey = "ResourceName", AttributeValue = resource } }, MaxResults = PageSize };
        var answer = await JsonProtocol.CallAsync<JsonObject>(session, Service, "LookupEvents", request, cancellation).ConfigureAwait(false);
        return
        [
            .. from e in answer["Events"] as JsonArray ?? []
               where e["EventTime"] is not null
               select new AccountEvent(
                   DateTimeOffset.FromUnixTimeMilliseconds((long)((double)e["EventTime"]! * 1000)),
                   (string?)e["EventName"] ?? "",
                   (string?)e["Username"],
                   (string?)e["ReadOnly"] != "true",
                   ThroughOf((string?)e["CloudTrailEvent"])),
        ];
    }

    private static string? ThroughOf(string? record)
    {
        try
        {
            return record is null ? null : (string?)JsonNode.Parse(record)?["sourceIPAddress"];
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
