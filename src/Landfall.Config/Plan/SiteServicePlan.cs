namespace Landfall.Config.Plan;

/// <summary>Static files in a bucket behind the CDN.</summary>
public sealed record SiteServicePlan : ServicePlan
{
    /// <summary>The site's folder, relative to the file.</summary>
    public required string Source { get; init; }

    /// <summary>Command that builds the site, run by the shell in <see cref="Source"/>, or null when there is nothing to build.</summary>
    public required string? BuildCommand { get; init; }

    /// <summary>The folder with the finished files, relative to <see cref="Source"/>.</summary>
    public required string Output { get; init; }

    /// <summary>The names that the CDN answers to; empty when it has only its own.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>What the CDN asks the load balancer for, the more specific paths first.</summary>
    public required IReadOnlyList<SiteRoutePlan> Routes { get; init; }

    /// <summary>The document that answers for a folder.</summary>
    public required string Index { get; init; }

    /// <summary>What answers for a path that no file is published for.</summary>
    public required SiteRouting Routing { get; init; }

    /// <summary>The page that answers with status 404.</summary>
    public required string NotFound { get; init; }

    /// <summary>How long browsers may keep files other than HTML.</summary>
    public required TimeSpan Cache { get; init; }

    /// <summary>Origins that may read the site across origins, or empty for none.</summary>
    public required IReadOnlyList<string> CorsOrigins { get; init; }
}
