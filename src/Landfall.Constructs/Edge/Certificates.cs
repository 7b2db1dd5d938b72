using Amazon.CDK.AWS.CertificateManager;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Config.Values;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;

namespace Landfall.Constructs.Edge;

/// <summary>Certificates for the domain, one level below it, and the further names of services and sites.</summary>
internal static class Certificates
{
    /// <summary>The ARNs of the load balancer's certificates; the first is the listener's own.</summary>
    public static IReadOnlyList<string> ForLoadBalancer(LandfallStack stack, DomainPlan domain) =>
        domain.Certificate is { } given ? [given] :
        [
            .. CertificateNames.Of(domain.Name, PublicNames.OfLoadBalancer(stack.Plan))
                .Select((names, index) => Create(stack, index == 0 ? "Certificate" : $"Certificate{index + 1}", domain, names)),
        ];

    /// <summary>The CDN's certificate, of us-east-1, or null where no site has a name of its own.</summary>
    public static string? ForCdn(LandfallStack stack, DomainPlan? domain) =>
        domain is null || PublicNames.OfCdn(stack.Plan).Count == 0 ? null
        : domain.CdnCertificate
            ?? (EdgeGlobal.RegionOf(stack.Plan) is null
                ? Create(stack, "CdnCertificate", domain, NamesOfCdn(stack.Plan))
                : stack.Read(EdgeGlobalValues.Certificate(domain, NamesOfCdn(stack.Plan))));

    /// <summary>The names in the CDN's certificate.</summary>
    public static IReadOnlyList<string> NamesOfCdn(AppPlan plan) => CertificateNames.Of(plan.Domain!.Name, PublicNames.OfCdn(plan))[0];

    /// <summary>
    /// Creates the CDN's certificate in a stack of its own region. One for other names is another resource: the CDN, which is
    /// in another stack, holds the earlier one until it has this one.
    /// </summary>
    public static string CreateForCdn(LandfallStack stack, string id) =>
        Create(stack, $"{id}{EdgeGlobalValues.Mark(stack.Plan.Domain!, NamesOfCdn(stack.Plan))}", stack.Plan.Domain!, NamesOfCdn(stack.Plan));

    private static string Create(LandfallStack stack, string id, DomainPlan domain, IReadOnlyList<string> names) =>
        new CfnCertificate(stack, id, new CfnCertificateProps
        {
            DomainName = names[0],
            SubjectAlternativeNames = [.. names.Skip(1)],
            ValidationMethod = "DNS",
            DomainValidationOptions = Validation(domain, names),
        }).Ref;

    /// <summary>
    /// A name and the pattern one level below it are proven by one and the same record (ACM user guide, "DNS validation"),
    /// which CloudFormation is told once.
    /// </summary>
    private static object[]? Validation(DomainPlan domain, IReadOnlyList<string> names)
    {
        var options = names.Where(name => !HostNames.IsWildcard(name) || !names.Contains(HostNames.Base(name)))
            .Select(name => (Name: name, Zone: domain.ZoneOf(name)?.Id))
            .Where(option => option.Zone is not null)
            .Select(object (option) => new CfnCertificate.DomainValidationOptionProperty { DomainName = option.Name, HostedZoneId = option.Zone! })
            .ToArray();
        return options.Length == 0 ? null : options;
    }
}
