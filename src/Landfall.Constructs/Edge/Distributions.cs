using Amazon.CDK.AWS.CloudFront;
using Amazon.CDK.AWS.S3;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using static Amazon.CDK.AWS.CloudFront.CfnDistribution;

namespace Landfall.Constructs.Edge;

/// <summary>A CloudFront distribution: everything from the bucket, the API's paths from the load balancer.</summary>
internal static class Distributions
{
    // Ids of policies that AWS manages (CloudFront developer guide, "managed cache policies").
    public const string CachingOptimized = "658327ea-f89d-4fab-a63d-7e88639e58f6";
    private const string CachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    private const string AllViewer = "216adef6-5c7f-47e4-b989-5492eafa07d3";
    private const string AllViewerExceptHostHeader = "b689b0a8-53d0-40ab-baf2-68738e2966ac";


    /// <summary>The bucket's id among the origins of a distribution.</summary>
    public const string FilesId = "files";

    // Edge locations of North America, Europe and Israel (CloudFront developer guide, "Price class").
    public const string PriceClass = "PriceClass_100";

    private const string MissingId = "missing";
    private const string FilesOrMissing = "pages";

    /// <summary>Lets distributions read a bucket.</summary>
    public static string Control(LandfallStack stack, SiteServicePlan site, string id) =>
        new CfnOriginAccessControl(stack, $"{id}OriginAccess", new CfnOriginAccessControlProps
        {
            OriginAccessControlConfig = new CfnOriginAccessControl.OriginAccessControlConfigProperty
            {
                Name = stack.Plan.AwsNames.OriginAccess(site.Name),
                OriginAccessControlOriginType = "s3",
                SigningBehavior = "always",
                SigningProtocol = "sigv4",
            },
        }).AttrId;

    /// <summary>Adds the distribution that a site's names lead to.</summary>
    /// <param name="stack">The edge stack.</param>
    /// <param name="site">The site.</param>
    /// <param name="id">What its construct ids begin with.</param>
    /// <param name="files">The bucket as an origin.</param>
    /// <param name="missing">The name of the distribution that has the 404 page; null where this one answers with it.</param>
    /// <param name="origin">The load balancer's name.</param>
    /// <param name="certificate">The certificate of the site's names.</param>
    /// <param name="firewall">The firewall.</param>
    /// <param name="function">The function that finds a path's document.</param>
    /// <param name="mark">What the load balancer's firewall knows the CDN by; null without one.</param>
    public static CfnDistribution Create(
        LandfallStack stack, SiteServicePlan site, string id, OriginProperty files, string? missing, string? origin, string? certificate, string? firewall, string function, CdnMark? mark)
    {
        var headers = ResponseHeaders.Create(stack, site, id).Ref;
        var distribution = new CfnDistribution(stack, $"{id}Distribution", new CfnDistributionProps
        {
            DistributionConfig = new DistributionConfigProperty
            {
                Enabled = true,
                Comment = $"{stack.Plan.Prefix} {site.Name}",
                HttpVersion = "http2and3",
                Ipv6Enabled = true,
                PriceClass = PriceClass,
                DefaultRootObject = site.Index,
                WebAclId = firewall,
                Aliases = site.Hosts.Count == 0 ? null : [.. site.Hosts],
                ViewerCertificate = certificate is null || site.Hosts.Count == 0
                    ? new ViewerCertificateProperty { CloudFrontDefaultCertificate = true }
                    : new ViewerCertificateProperty
                    {
                        AcmCertificateArn = certificate,
                        SslSupportMethod = "sni-only",
                        MinimumProtocolVersion = "TLSv1.2_2021",
                    },
                Origins = Services(site, origin, stack.Plan.Domain is not null, mark).Prepend(files)
                    .Concat(missing is null ? [] : new object[] { Service(MissingId, missing, encrypted: true) }).ToArray(),
                OriginGroups = missing is null ? null : MissingPages.Group(FilesOrMissing, MissingId),
                CustomErrorResponses = missing is null ? MissingPages.Responses(site) : null,
                DefaultCacheBehavior = new DefaultCacheBehaviorProperty
                {
                    TargetOriginId = missing is null ? FilesId : FilesOrMissing,
                    ViewerProtocolPolicy = "redirect-to-https",
                    AllowedMethods = ["GET", "HEAD", "OPTIONS"],
                    CachedMethods = ["GET", "HEAD"],
                    Compress = true,
                    CachePolicyId = CachingOptimized,
                    ResponseHeadersPolicyId = headers,
                    FunctionAssociations = new object[]
                    {
                        new FunctionAssociationProperty
                        {
                            EventType = "viewer-request",
                            FunctionArn = function,
                        },
                    },
                },
                CacheBehaviors = site.Routes.Count == 0 ? null : site.Routes.Select(object (route) => Behaviour(route, headers, mark)).ToArray(),
            },
        });
        stack.Accept(distribution, "AwsSolutions-CFR1", "The site is for everyone; a firewall can restrict countries.");
        stack.Accept(distribution, "AwsSolutions-CFR2", "A firewall comes where the file asks for one; CloudFront takes those of us-east-1 only.");
        stack.Accept(distribution, "AwsSolutions-CFR3", "Only static files; requests to the API are in the load balancer's log.");
        stack.Accept(distribution, "AwsSolutions-CFR4", "Without a domain CloudFront uses its own certificate and protocol policy.");
        stack.Accept(distribution, "AwsSolutions-CFR5", "Without a domain the load balancer has no certificate, so its origin is HTTP.");
        return distribution;
    }

    /// <summary>A bucket, or what is below a path of it, as an origin.</summary>
    public static OriginProperty Files(CfnBucket bucket, string control, string id = FilesId, string? path = null) => new()
    {
        Id = id,
        DomainName = bucket.AttrRegionalDomainName,
        OriginPath = path,
        OriginAccessControlId = control,
        S3OriginConfig = new S3OriginConfigProperty { OriginAccessIdentity = "" },
    };

    /// <summary>The load balancer, once for each name under which it is asked.</summary>
    private static IEnumerable<object> Services(SiteServicePlan site, string? origin, bool encrypted, CdnMark? mark) =>
        site.Routes.Select(route => route.OriginHost).Distinct().Select(object (host) => Service(OriginId(host), host ?? origin!, encrypted, mark));

    private static string OriginId(string? host) => host is null ? "api" : $"api-{host}";

    private static OriginProperty Service(string id, string address, bool encrypted, CdnMark? mark = null) => new()
    {
        Id = id,
        DomainName = address,
        OriginCustomHeaders = mark is null ? null : new object[] { new OriginCustomHeaderProperty { HeaderName = CdnMark.Header, HeaderValue = mark.Value } },
        CustomOriginConfig = new CustomOriginConfigProperty
        {
            OriginProtocolPolicy = encrypted ? "https-only" : "http-only",
            OriginSslProtocols = ["TLSv1.2"],
            HttpPort = 80,
            HttpsPort = 443,
        },
    };

    private static CacheBehaviorProperty Behaviour(SiteRoutePlan route, string headers, CdnMark? mark) => new()
    {
        FunctionAssociations = mark is null ? null : new object[] { new FunctionAssociationProperty { EventType = "viewer-request", FunctionArn = mark.VisitorFunction } },
        PathPattern = route.Path,
        TargetOriginId = OriginId(route.OriginHost),
        ViewerProtocolPolicy = "redirect-to-https",
        AllowedMethods = ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "POST", "DELETE"],
        CachedMethods = ["GET", "HEAD"],
        Compress = true,
        CachePolicyId = CachingDisabled,
        OriginRequestPolicyId = route.OriginHost is null ? AllViewer : AllViewerExceptHostHeader,
        ResponseHeadersPolicyId = headers,
    };
}
