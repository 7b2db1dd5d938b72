using Amazon.CDK.AWS.CertificateManager;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;

namespace Landfall.Constructs.Edge;

/// <summary>Certificates for the domain and one level below it.</summary>
internal static class Certificates
{
    public static string ForLoadBalancer(LandfallStack stack, DomainPlan domain) =>
        domain.Certificate ?? Create(stack, "Certificate", domain);

    /// <summary>
    /// CloudFront takes certificates of us-east-1 only. Elsewhere one has to be given, and without one the CDN keeps its
    /// own name.
    /// </summary>
    public static string? ForCdn(LandfallStack stack, DomainPlan? domain) => domain is null ? null
        : domain.CdnCertificate ?? (stack.Plan.Region == stack.Names.Region.CdnRegion ? Create(stack, "CdnCertificate", domain) : null);

    private static string Create(LandfallStack stack, string id, DomainPlan domain) =>
        new CfnCertificate(stack, id, new CfnCertificateProps
        {
            DomainName = domain.Name,
            SubjectAlternativeNames = [$"*.{domain.Name}"],
            ValidationMethod = "DNS",
            DomainValidationOptions = domain.ZoneId is null
                ? null
                : new object[] { Validation(domain.Name, domain.ZoneId), Validation($"*.{domain.Name}", domain.ZoneId) },
        }).Ref;

    private static CfnCertificate.DomainValidationOptionProperty Validation(string name, string zone) =>
        new() { DomainName = name, HostedZoneId = zone };
}
