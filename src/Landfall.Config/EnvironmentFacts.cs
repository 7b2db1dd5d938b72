using System.Text.Json.Serialization;
using Landfall.Config.Plan;

namespace Landfall.Config;

/// <summary>What was looked up in AWS for one environment.</summary>
public sealed record EnvironmentFacts
{
    /// <summary>
    /// The availability zones that the environment takes, the first ones first. What stands in a zone stays in it, whatever
    /// the account has later; null when not looked up.
    /// </summary>
    public IReadOnlyList<string>? Zones { get; init; }

    /// <summary>
    /// The way to the internet that was chosen where the file leaves it open: what stands keeps it, whatever would be chosen
    /// later; null when not looked up.
    /// </summary>
    [JsonConverter(typeof(JsonStringEnumConverter<NatMode>))]
    public NatMode? Nat { get; init; }

    /// <summary>The imported VPC and the subnets to create in it, or null when nothing is imported.</summary>
    public ImportedNetworkPlan? Network { get; init; }

    /// <summary>The ARN of a certificate that was there before the environment and fits its load balancer, or null to create one.</summary>
    public string? Certificate { get; init; }

    /// <summary>The same for its CDN, of the one region whose certificates CloudFront takes.</summary>
    public string? CdnCertificate { get; init; }

    /// <summary>The id of the domain's hosted zone, as older files have it, or null.</summary>
    public string? HostedZoneId { get; init; }
}
