using System.Xml.Linq;
using Landfall.Aws.Protocols;

namespace Landfall.Aws.Cdn;

/// <summary>The part of CloudFront that tells how distributions are.</summary>
/// <param name="session">Who calls; CloudFront is one for a partition.</param>
public sealed class DistributionClient(AwsSession session)
{
    private static readonly AwsService Service = new("cloudfront", "cloudfront", "CLOUDFRONT", "2020-05-31", Global: true);

    /// <summary>Asks how a distribution is.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns><c>Deployed</c>, <c>InProgress</c> while a change is brought to the edge locations, or <c>Disabled</c>; null where there is none.</returns>
    public async Task<string?> FindStatusAsync(string id, CancellationToken cancellation)
    {
        try
        {
            var answer = await RestXmlProtocol.GetAsync(session, Service, "GetDistribution", $"/{Service.Version}/distribution/{Uri.EscapeDataString(id)}", cancellation).ConfigureAwait(false);
            return answer.Descendants("DistributionConfig").Elements("Enabled").FirstOrDefault()?.Value == "false" ? "Disabled" : answer.Element("Status")?.Value ?? "";
        }
        catch (AwsException e) when (e.Code == "NoSuchDistribution")
        {
            return null;
        }
    }
}
