namespace Landfall.Constructs.Parameters;

/// <summary>What the edge stack publishes about a site.</summary>
/// <param name="name">The site's name in the file.</param>
public sealed class SiteValues(string name)
{
    private readonly string _root = $"sites/{name}";

    /// <summary>The CDN distribution's id.</summary>
    public SharedValue Distribution => new($"{_root}/distribution", "CDN distribution", Lasting: true);

    /// <summary>The CDN distribution's own DNS name.</summary>
    public SharedValue DistributionName => new($"{_root}/distribution-name", "CDN DNS name", Lasting: true);

    /// <summary>The bucket that holds the files.</summary>
    public SharedValue Bucket => new($"{_root}/bucket", "Site bucket", Lasting: true);
}
