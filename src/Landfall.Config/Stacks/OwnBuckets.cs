namespace Landfall.Config.Stacks;

/// <summary>The names of the buckets that Landfall makes besides those of the file, in the same namespace as these.</summary>
public static class OwnBuckets
{
    /// <summary>Takes the access logs of load balancers, sites and buckets.</summary>
    public const string AccessLogs = "access-logs";

    /// <summary>Holds the files of a site.</summary>
    /// <param name="site">The site's name.</param>
    /// <returns><c>site-</c> and the name.</returns>
    public static string Site(string site) => $"site-{site}";
}
