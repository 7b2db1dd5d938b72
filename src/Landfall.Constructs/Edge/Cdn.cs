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
        return [.. sites.Select(site => Add(stack, logs, balancer, site, certificate, firewall))];
    }

    private static string Add(LandfallStack stack, AccessLogBucket logs, LoadBalancer? balancer, SiteServicePlan site, string? certificate, string? firewall)
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
        var distribution = Distributions.Create(stack, site, id, bucket, PublicNames.Origin(stack.Plan) ?? balancer?.DnsName, certificate, firewall);
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
        foreach (var host in site.Hosts)
        {
            DnsRecords.Add(stack, stack.Plan.Domain!, host, name, stack.Names.Region.CdnZone!);
        }

        var values = new SiteValues(site.Name);
        stack.Publish(values.Bucket, bucketName);
        stack.Publish(values.Distribution, distributionId);
        stack.Publish(values.DistributionName, name);
        return name;
    }
}
