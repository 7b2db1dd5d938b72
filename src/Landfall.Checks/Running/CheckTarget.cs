using System.Net;

namespace Landfall.Checks.Running;

/// <summary>What a check file is run against.</summary>
/// <param name="Base">The address that <c>{{base}}</c> stands for.</param>
/// <param name="Addresses">
/// Where that host is asked in place of what DNS says; null for DNS. The request still names the host, and without the port: what
/// a load balancer's rules and certificates know.
/// </param>
internal sealed record CheckTarget(Uri Base, IReadOnlyList<IPAddress>? Addresses);
