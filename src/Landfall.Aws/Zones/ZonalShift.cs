namespace Landfall.Aws.Zones;

/// <summary>Traffic of a load balancer that is kept away from a zone for a while.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Resource">The load balancer's ARN.</param>
/// <param name="Zone">The id of the zone, for example <c>euw1-az2</c>.</param>
/// <param name="Expires">When it ends by itself.</param>
/// <param name="Comment">What was said of it.</param>
public sealed record ZonalShift(string Id, string Resource, string Zone, DateTimeOffset Expires, string Comment);
