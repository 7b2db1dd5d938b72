namespace Landfall.Config.Model;

/// <summary>Where a domain's DNS is.</summary>
internal enum DnsPlace
{
    /// <summary>In a Route 53 hosted zone, which Landfall writes to.</summary>
    Route53,

    /// <summary>With somebody else, so that a person sets the records.</summary>
    Elsewhere,
}
