using Amazon.CDK.AWS.S3;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Grants;
using Landfall.Constructs.Parameters;
using Landfall.Constructs.Storage;

namespace Landfall.Constructs.Edge;

/// <summary>One CDN distribution and one bucket for each site. The files come with the site's own stack.</summary>
internal static class Cdn
{
    /// <summary>True when the domain leads to the CDN: there is a site and a certificate that CloudFront takes.</summary>
    public static bool OwnsDomain(LandfallStack stack) =>
        stack.Plan.Services.Any(service => service is SiteServicePlan)
        && stack.Plan.Domain is { } domain
        && (domain.CdnCertificate is not null || stack.Plan.Region == stack.Names.Region.CdnRegion);

    /// <summary>The name under which the CDN reaches the load balancer, so that its certificate fits.</summary>
    public static string OriginName(DomainPlan domain) => $"origin.{domain.Name}";

    /// <summary>Adds the distributions.</summary>
    /// <returns>Their own DNS names, in order of the sites' names.</returns>
    public static IReadOnlyList<string> AddAll(LandfallStack stack, AccessLogBucket logs, LoadBalancer? balancer)
    {
        var sites = stack.Plan.Services.OfType<SiteServicePlan>().ToArray();
        if (sites.Length == 0)
        {
            return [];
        }

        var certificate = Certificates.ForCdn(stack, stack.Plan.Domain);
        var firewall = Firewall.ForCdn(stack);
        return [.. sites.Select((site, index) => Add(stack, logs, balancer, site, certificate, firewall, index == 0))];
    }

    private static string Add(LandfallStack stack, AccessLogBucket logs, LoadBalancer? balancer, SiteServicePlan site, string? certificate, string? firewall, bool first)
    {
        var id = ConstructId.From(site.Name);
        var bucketName = stack.Names.Bucket(OwnBuckets.Site(site.Name));
        var bucketArn = stack.Names.BucketArn(OwnBuckets.Site(site.Name));
        var bucket = PrivateBucket.Create(stack, $"{id}Bucket", bucketName, logs.Name, expireDays: null);
        bucket.LifecycleConfiguration = new CfnBucket.LifecycleConfigurationProperty
        {
            Rules = new object[]
            {
                new CfnBucket.RuleProperty
                {
                    Id = "left",
                    Status = "Enabled",
                    TagFilters = new object[] { new CfnBucket.TagFilterProperty { Key = LeftFiles.TagKey, Value = LeftFiles.TagValue } },
                    ExpirationInDays = LeftFiles.Days,
                },
            },
        };
        bucket.AddResourceDependency(logs.Policy);

        // The site's own stack goes first and takes its files along.
        stack.Protect(bucket);
        var alias = stack.Plan.Domain is { } domain && certificate is not null
            ? (first ? domain.Name : $"{site.Name}.{domain.Name}")
            : null;
        var distribution = Distributions.Create(stack, site, id, bucket, Origin(stack, site, balancer), alias, certificate, firewall);
        var distributionId = distribution.Ref;
        PrivateBucket.Policy(stack, $"{id}Bucket", bucket,
            new Statement(["s3:GetObject"], [$"{bucketArn}/*"], "cloudfront.amazonaws.com", new Dictionary<string, object>
            {
                ["StringEquals"] = new Dictionary<string, object>
                {
                    ["AWS:SourceArn"] = $"arn:{stack.Names.Partition}:cloudfront::{stack.Names.Account}:distribution/{distributionId}",
                },
            }));
        var name = distribution.AttrDomainName;
        if (alias is not null)
        {
            DnsRecords.Alias(stack, stack.Plan.Domain!, alias, name, stack.Names.Region.CdnZone!);
        }

        var values = new SiteValues(site.Name);
        stack.Publish(values.Bucket, bucketName);
        stack.Publish(values.Distribution, distributionId);
        stack.Publish(values.DistributionName, name);
        return name;
    }

    private static string? Origin(LandfallStack stack, SiteServicePlan site, LoadBalancer? balancer) =>
        site.Api is null || balancer is null ? null
        : OwnsDomain(stack) ? OriginName(stack.Plan.Domain!)
        : stack.Plan.Domain?.Name ?? balancer.DnsName;
}
