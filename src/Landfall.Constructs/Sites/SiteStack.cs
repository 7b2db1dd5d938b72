using Amazon.CDK;
using Amazon.CDK.AWS.CloudFront;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.S3.Deployment;
using Landfall.Config;
using Landfall.Config.Plan;
using Landfall.Config.Stacks;
using Landfall.Constructs.Dashboards;
using Landfall.Constructs.Foundation;
using Landfall.Constructs.Parameters;
using AssetOptions = Amazon.CDK.AWS.S3.Assets.AssetOptions;
using Distribution = Amazon.CDK.AWS.CloudFront.Distribution;

namespace Landfall.Constructs.Sites;

/// <summary>
/// The files of a site, put into the bucket of the edge stack. Pages are asked for afresh every time; other files, whose
/// names build tools change with their content, stay in browsers. The pages go when what they refer to is there, and only
/// then is the CDN told. Files that a release no longer has stay for those who have an older page open: the bucket's own
/// rule removes them days after they have left. Where a site has no page for what is not there, a plain one comes with it.
/// </summary>
public class SiteStack : LandfallStack
{
    // What names other files, and so has to be the newest: pages, and what a browser installs for an application.
    private static readonly string[] PagePatterns =
        ["*.html", "*.webmanifest", "manifest.json", "sw.js", "*/sw.js", "service-worker.js", "*/service-worker.js"];

    private const string PlainMissingPage =
        "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>Not found</title></head>\n<body><h1>Not found</h1></body>\n</html>\n";

    /// <summary>Creates the stack of a site.</summary>
    /// <param name="app">The app.</param>
    /// <param name="site">The site.</param>
    /// <param name="project">The folder of the file, against which the site's folder is resolved.</param>
    /// <exception cref="IOException">The site's finished files are not there.</exception>
    public SiteStack(LandfallApp app, SiteServicePlan site, string project)
        : base(app, site.Name, $"Site {site.Title} of {app.Plan.App} ({app.Plan.Environment})")
    {
        var folder = Folder(site, project);
        var asset = new AssetOptions { Exclude = SiteFiles.Excluded(folder), AssetHashType = AssetHashType.CUSTOM, AssetHash = SiteFiles.HashOf(folder) };
        var values = new SiteValues(site.Name);
        var host = PublicNames.Of(site) ?? Read(values.DistributionName);
        var bucket = Bucket.FromBucketName(this, "Bucket", Names.Bucket(OwnBuckets.Site(site.Name)));
        var distribution = Distribution.FromDistributionAttributes(this, "Distribution", new DistributionAttributes
        {
            DistributionId = Read(values.Distribution),
            DomainName = host,
        });
        var log = LogGroup.FromLogGroupName(this, "DeployLog", Names.DeployLogGroup(site.Name));
        ISource[] missing = File.Exists(Path.Combine(folder, site.NotFound)) ? [] : [Source.Data(site.NotFound, PlainMissingPage)];
        var files = Deploy("Files", PagePatterns, [], CacheControl.MaxAge(Duration.Seconds(site.Cache.TotalSeconds)), isLast: false);
        Pages = Deploy("Pages", ["*"], PagePatterns, CacheControl.NoCache(), isLast: true);
        Pages.Node.AddDependency(files);
        Publish(new ServiceValues(site.Name).PublicUrl, $"https://{host}");
        SiteDashboard.AddTo(this, site.Title, Read(values.Distribution));
        SiteFindings.Acknowledge(this, Names.Bucket(OwnBuckets.Site(site.Name)));

        BucketDeployment Deploy(string id, string[] exclude, string[] include, CacheControl cache, bool isLast) =>
            new(this, id, new BucketDeploymentProps
            {
                Sources = [Source.Asset(folder, asset), .. isLast ? missing : []],
                DestinationBucket = bucket,
                Distribution = isLast ? distribution : null,
                DistributionPaths = isLast ? ["/*"] : null,
                Prune = isLast,
                RetainOnDelete = Plan.Protect,
                Exclude = exclude,
                Include = include.Length == 0 ? null : include,
                CacheControl = [cache],
                MemoryLimit = 512,
                LogGroup = log,
            });
    }

    /// <summary>The last of the two deployments: the pages.</summary>
    public BucketDeployment Pages { get; }

    private static string Folder(SiteServicePlan site, string project)
    {
        var folder = Path.GetFullPath(Path.Combine(project, site.Source, site.Output));
        if (Directory.Exists(folder))
        {
            return folder;
        }

        var remedy = site.BuildCommand is { } build ? $"run '{build}' in '{site.Source}' first" : "set 'source' to the folder with the files";
        throw new DirectoryNotFoundException($"The site '{site.Title}' has no folder '{folder}': {remedy}.");
    }
}
