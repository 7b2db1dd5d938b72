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
    public static IReadOnlyList<string> AddAll(LandfallStack stack, AccessLogBucket logs, LoadBalancer? balancer, CdnMark? mark)
    {
        var sites = stack.Plan.Services.OfType<SiteServicePlan>().ToArray();
        if (sites.Length == 0)
        {
            return [];
        }

        var certificate = Certificates.ForCdn(stack, stack.Plan.Domain);
        var firewall = Firewall.ForCdn(stack);
        return [.. sites.Select(site => Add(stack, logs, balancer, site, certificate, firewall, mark))];
    }

    private static string Add(LandfallStack stack, AccessLogBucket logs, LoadBalancer? balancer, SiteServicePlan site, string? certificate, string? firewall, CdnMark? mark)
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
        var control = Distributions.Control(stack, site, id);
        var function = PathFunction.Create(stack, site, id, SitePages.In(site, stack.App.Options.Project ?? ".")).AttrFunctionArn;
        var missing = site.Routes.Count == 0 ? null : MissingPages.Create(stack, site, id, bucket, control);
        var distribution = Distributions.Create(
            stack, site, id, Distributions.Files(bucket, control), missing?.AttrDomainName, PublicNames.Origin(stack.Plan) ?? balancer?.DnsName, certificate, firewall, function, mark);
        var distributionId = distribution.Ref;
        Admit(stack, id, bucket, bucketArn, missing is null ? [distributionId] : [distributionId, missing.Ref]);
        var name = distribution.AttrDomainName;
        foreach (var host in site.Hosts)
        {
            DnsRecords.AddCdn(stack, stack.Plan.Domain!, host, name);
        }

        var values = new SiteValues(site.Name);
        stack.Publish(values.Bucket, bucketName);
        stack.Publish(values.Distribution, distributionId);
        stack.Publish(values.DistributionName, name);
        return name;
    }

    /// <summary>
    /// Lets distributions read. Who may not list a bucket is told 403 for what is not there, and 404 who may (S3 API, GetObject).
    /// Nobody lists through the CDN: no path of it is the bucket itself.
    /// </summary>
    private static void Admit(LandfallStack stack, string id, CfnBucket bucket, string arn, IReadOnlyList<string> distributions)
    {
        string[] arns = [.. distributions.Select(one => $"arn:{stack.Names.Partition}:cloudfront::{stack.Names.Account}:distribution/{one}")];
        var source = new Dictionary<string, object>
        {
            ["StringEquals"] = new Dictionary<string, object> { ["AWS:SourceArn"] = arns is [var only] ? only : arns },
        };
        PrivateBucket.Policy(stack, $"{id}Bucket", bucket,
            new Statement(["s3:GetObject"], [$"{arn}/*"], "cloudfront.amazonaws.com", source),
            new Statement(["s3:ListBucket"], [arn], "cloudfront.amazonaws.com", source));
    }
}
