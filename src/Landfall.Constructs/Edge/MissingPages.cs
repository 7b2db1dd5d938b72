using Amazon.CDK.AWS.CloudFront;
using Amazon.CDK.AWS.S3;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Constructs.Foundation;
using static Amazon.CDK.AWS.CloudFront.CfnDistribution;

namespace Landfall.Constructs.Edge;

/// <summary>
/// A site's own 404 page. CloudFront's error responses hold for a whole distribution and would turn the 404 of a service
/// behind the same name into a page. Where there are such services the site's files fail over to a distribution that has
/// nothing but that page ("Optimizing high availability with CloudFront origin failover", CloudFront developer guide).
/// </summary>
internal static class MissingPages
{
    // Nothing below Landfall's own folder is ever published.
    private const string NowhereBelow = $"/{OwnState.WorkFolder}/nothing";

    /// <summary>What a distribution answers with in place of the bucket's 404.</summary>
    public static object[] Responses(SiteServicePlan site) =>
    [
        new CustomErrorResponseProperty { ErrorCode = 404, ResponseCode = 404, ResponsePagePath = $"/{site.NotFound}" },
    ];

    /// <summary>The distribution that answers every path with the page and status 404.</summary>
    public static CfnDistribution Create(LandfallStack stack, SiteServicePlan site, string id, CfnBucket bucket, string control)
    {
        var distribution = new CfnDistribution(stack, $"{id}Missing", new CfnDistributionProps
        {
            DistributionConfig = new DistributionConfigProperty
            {
                Enabled = true,
                Comment = $"{stack.Plan.Prefix} {site.Name} (what is not there)",
                HttpVersion = "http2",
                PriceClass = Distributions.PriceClass,
                ViewerCertificate = new ViewerCertificateProperty { CloudFrontDefaultCertificate = true },
                Origins = new object[] { Distributions.Files(bucket, control), Distributions.Files(bucket, control, "nothing", NowhereBelow) },
                DefaultCacheBehavior = new DefaultCacheBehaviorProperty
                {
                    TargetOriginId = "nothing",
                    ViewerProtocolPolicy = "https-only",
                    Compress = true,
                    CachePolicyId = Distributions.CachingOptimized,
                },
                CacheBehaviors = new object[]
                {
                    new CacheBehaviorProperty
                    {
                        PathPattern = $"/{site.NotFound}",
                        TargetOriginId = Distributions.FilesId,
                        ViewerProtocolPolicy = "https-only",
                        Compress = true,
                        CachePolicyId = Distributions.CachingOptimized,
                    },
                },
                CustomErrorResponses = Responses(site),
            },
        });
        stack.Accept(distribution, "AwsSolutions-CFR1", "It has one page, which is for everyone.");
        stack.Accept(distribution, "AwsSolutions-CFR2", "Only the site's distribution knows its name; the firewall is there.");
        stack.Accept(distribution, "AwsSolutions-CFR3", "It has one page.");
        stack.Accept(distribution, "AwsSolutions-CFR4", "It has no name but CloudFront's.");
        return distribution;
    }

    /// <summary>The site's files, and behind them the page that says what is not there.</summary>
    public static OriginGroupsProperty Group(string id, string missing) => new()
    {
        Quantity = 1,
        Items = new object[]
        {
            new OriginGroupProperty
            {
                Id = id,
                FailoverCriteria = new OriginGroupFailoverCriteriaProperty { StatusCodes = new StatusCodesProperty { Quantity = 1, Items = new double[] { 404 } } },
                Members = new OriginGroupMembersProperty
                {
                    Quantity = 2,
                    Items = new object[] { new OriginGroupMemberProperty { OriginId = Distributions.FilesId }, new OriginGroupMemberProperty { OriginId = missing } },
                },
            },
        },
    };
}
