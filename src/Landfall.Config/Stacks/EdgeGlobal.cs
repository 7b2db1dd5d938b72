using Landfall.Config.Plan;
using Landfall.Config.Regions;

namespace Landfall.Config.Stacks;

/// <summary>
/// The part of the edge that is not in the environment's region: CloudFront takes certificates and firewalls of one region
/// only (CloudFront Developer Guide, "Requirements for using SSL/TLS certificates with CloudFront"; AWS WAF API, CreateWebACL,
/// Scope).
/// </summary>
internal static class EdgeGlobal
{
    /// <summary>The tag that says which region the environment itself is in.</summary>
    public const string HomeTag = "landfall:region";

    /// <summary>What the names of its values begin with, below the environment's root in Parameter Store.</summary>
    public const string ValuesPart = "edge-global";

    /// <summary>The region whose certificates and firewalls CloudFront takes.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The region; null where the environment is in it, and where there is none, as in China.</returns>
    public static string? RegionOf(AppPlan plan) =>
        RegionTable.Of(plan.Region).CdnRegion is { } region && region != plan.Region ? region : null;

    /// <summary>Whether an environment has such a part.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>True where its sites need a certificate or a firewall that is made there.</returns>
    public static bool IsNeeded(AppPlan plan) => RegionOf(plan) is not null && (NeedsCertificate(plan) || NeedsFirewall(plan));

    /// <summary>Whether a certificate is made for the names of sites, in whichever region.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>False where no site has a name of its own, and where a certificate is given.</returns>
    public static bool NeedsCertificate(AppPlan plan) => plan.Domain is { CdnCertificate: null } && PublicNames.OfCdn(plan).Count > 0;

    /// <summary>Whether a firewall stands before the sites, in whichever region.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>True where the file asks for one and has a site.</returns>
    public static bool NeedsFirewall(AppPlan plan) =>
        plan.Firewall is not null && RegionTable.Of(plan.Region).CdnRegion is not null && plan.Services.Any(service => service is SiteServicePlan);
}
