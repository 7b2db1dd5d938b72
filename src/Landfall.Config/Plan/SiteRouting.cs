namespace Landfall.Config.Plan;

/// <summary>What answers for a path of a site that no file is published for.</summary>
public enum SiteRouting
{
    /// <summary>The page that says so, with status 404.</summary>
    Files,

    /// <summary>The index document where the path looks like a page's, as single-page applications need.</summary>
    Spa,
}
