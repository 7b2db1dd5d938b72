namespace Landfall.Config.Plan;

/// <summary>The public DNS name of an environment.</summary>
/// <param name="Name">The full name that users type, for example <c>shop.example.com</c>.</param>
/// <param name="Zone">The Route 53 hosted zone, for example <c>example.com</c>.</param>
/// <param name="ZoneId">The hosted zone's id; when null Landfall looks it up once and records it in <c>landfall.context.json</c>.</param>
/// <param name="Certificate">An existing ACM certificate's ARN for the load balancer, or null to create one validated by DNS.</param>
/// <param name="CdnCertificate">An existing ACM certificate's ARN in us-east-1 for the CDN, or null to create one.</param>
public sealed record DomainPlan(
    string Name,
    string Zone,
    string? ZoneId,
    string? Certificate,
    string? CdnCertificate);
