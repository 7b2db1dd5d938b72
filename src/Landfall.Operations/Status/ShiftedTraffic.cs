namespace Landfall.Operations.Status;

/// <summary>Traffic that is kept away from a zone.</summary>
/// <param name="Balancer">The load balancer's name.</param>
/// <param name="Zone">The zone's id, for example <c>euw1-az2</c>.</param>
/// <param name="Until">When it ends by itself.</param>
internal sealed record ShiftedTraffic(string Balancer, string Zone, DateTimeOffset Until);
