using Landfall.Config.Plan;
using Landfall.Constructs.Tests.Services;

namespace Landfall.Constructs.Tests.Sites;

/// <summary>A site behind the CDN, with a domain.</summary>
public sealed class SiteStackTests : IDisposable
{
    private readonly string _project = Directory.CreateTempSubdirectory("landfall-site-").FullName;

    public void Dispose() => Directory.Delete(_project, recursive: true);

    [Fact]
    public void Site_WithDomain_IsServedByTheCdnAndItsApiByTheLoadBalancer()
    {
        File.WriteAllText(Path.Combine(_project, "index.html"), "<h1>Shop</h1>");
        var app = new SynthesisedApp(Plan(), _project);
        var config = app.Properties("shop-dev-edge", "WebDistribution")["DistributionConfig"]!;
        var uploads = app.OfType("shop-dev-web", "Custom::CDKBucketDeployment").ToArray();

        Assert.Equal("""["shop.example.com"]""", config["Aliases"]!.ToJsonString());
        Assert.Equal("TLSv1.2_2021", (string?)config["ViewerCertificate"]!["MinimumProtocolVersion"]);
        Assert.Equal("/api/*", (string?)config["CacheBehaviors"]![0]!["PathPattern"]);
        Assert.Equal("origin.shop.example.com", (string?)config["Origins"]![1]!["DomainName"]);
        Assert.Equal("redirect", (string?)app.Properties("shop-dev-edge", "HttpListener")["DefaultActions"]![0]!["Type"]);
        Assert.Equal("HTTPS", (string?)app.Properties("shop-dev-edge", "HttpsListener")["Protocol"]);
        Assert.Equal("EdgeHttpsListenerArn", (string?)app.Properties("shop-dev-api", "ListenerRule")["ListenerArn"]!["Ref"]);
        Assert.Equal(2, uploads.Length);
    }

    [Fact]
    public void Site_WithoutServices_AnswersWithItsOwn404Page()
    {
        var app = Synthesised("  web: { type: site, notFound: missing.html }");
        var config = app.Properties("shop-dev-edge", "WebDistribution")["DistributionConfig"]!;

        Assert.Equal("""[{"ErrorCode":404,"ResponseCode":404,"ResponsePagePath":"/missing.html"}]""", config["CustomErrorResponses"]!.ToJsonString());
        Assert.Contains("s3:ListBucket", app.Properties("shop-dev-edge", "WebBucketPolicy").ToJsonString(), StringComparison.Ordinal); // 404, not 403
    }

    /// <summary>An error response holds for a whole distribution: it would turn the 404 of a service into a page.</summary>
    [Fact]
    public void Site_BeforeServices_LeavesTheir404AndFailsOverForItsOwn()
    {
        var app = Synthesised("  web: { type: site, api: api }");
        var config = app.Properties("shop-dev-edge", "WebDistribution")["DistributionConfig"]!;
        var missing = app.Properties("shop-dev-edge", "WebMissing")["DistributionConfig"]!;
        var group = config["OriginGroups"]!["Items"]![0]!;

        Assert.Null(config["CustomErrorResponses"]);
        Assert.Equal((string?)group["Id"], (string?)config["DefaultCacheBehavior"]!["TargetOriginId"]);
        Assert.Equal("[404]", group["FailoverCriteria"]!["StatusCodes"]!["Items"]!.ToJsonString());
        Assert.Equal(["files", "missing"], group["Members"]!["Items"]!.AsArray().Select(member => (string?)member!["OriginId"]));
        Assert.Equal("WebMissing", (string?)config["Origins"]!.AsArray().Single(origin => (string?)origin!["Id"] == "missing")!["DomainName"]!["Fn::GetAtt"]![0]);
        Assert.Equal((404, "/404.html"), ((int?)missing["CustomErrorResponses"]![0]!["ResponseCode"], (string?)missing["CustomErrorResponses"]![0]!["ResponsePagePath"]));
        Assert.Equal("/404.html", (string?)missing["CacheBehaviors"]![0]!["PathPattern"]);
    }

    [Theory]
    [InlineData("404.html", 1)]
    [InlineData("other.html", 2)]
    public void Site_WithoutPageForWhatIsMissing_GetsAPlainOne(string published, int sources)
    {
        File.WriteAllText(Path.Combine(_project, published), "<h1>Not here</h1>");
        var pages = Synthesised("  web: { type: site }").OfType("shop-dev-web", "Custom::CDKBucketDeployment").Single(upload => upload["DependsOn"] is not null);

        Assert.Equal(sources, pages["Properties"]!["SourceObjectKeys"]!.AsArray().Count);
    }

    private SynthesisedApp Synthesised(string site)
    {
        File.WriteAllText(Path.Combine(_project, "index.html"), "<h1>Shop</h1>");
        return new SynthesisedApp(ShopPlan.Create(site), _project);
    }

    [Fact]
    public void Site_Release_UploadsFilesThenPagesAndRemovesOldFilesLate()
    {
        File.WriteAllText(Path.Combine(_project, "index.html"), "<h1>Shop</h1>");
        var app = new SynthesisedApp(Plan(), _project);
        var uploads = app.OfType("shop-dev-web", "Custom::CDKBucketDeployment").ToArray();
        var files = uploads.Single(u => u["DependsOn"] is null);
        var pages = uploads.Single(u => u["DependsOn"] is not null);
        var rule = app.Properties("shop-dev-edge", "WebBucket")["LifecycleConfiguration"]!["Rules"]!.AsArray().Single()!;

        Assert.False((bool?)files["Properties"]!["Prune"]); // who has an old page open still asks for its files
        Assert.Null(files["Properties"]!["DistributionId"]); // the CDN is told once the pages are there
        Assert.True((bool?)pages["Properties"]!["Prune"]);
        Assert.NotNull(pages["Properties"]!["DistributionId"]);
        Assert.Contains("*.html", files["Properties"]!["Exclude"]!.AsArray().Select(e => (string?)e));
        Assert.Contains("*.html", pages["Properties"]!["Include"]!.AsArray().Select(e => (string?)e));
        Assert.Equal("no-cache", (string?)pages["Properties"]!["SystemMetadata"]!["cache-control"]);
        Assert.Equal("""[{"Key":"landfall:left","Value":"true"}]""", rule["TagFilters"]!.ToJsonString());
        Assert.Equal(7, (int?)rule["ExpirationInDays"]);
    }

    [Fact]
    public void Site_OfTheWholeProject_IsWithoutLandfallsOwnState()
    {
        File.WriteAllText(Path.Combine(_project, "index.html"), "<h1>Shop</h1>");
        var before = Assets();
        foreach (var file in new[] { ".landfall/dev/lock", "cdk.out/manifest.json", "below/templates/landfall.stamp", "landfall.context.json" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_project, file))!);
            File.WriteAllText(Path.Combine(_project, file), "1");
        }

        Assert.Equal(before, Assets());

        List<string> Assets() =>
            [.. new SynthesisedApp(Plan(), _project).OfType("shop-dev-web", "Custom::CDKBucketDeployment").Select(u => u["Properties"]!["SourceObjectKeys"]!.ToJsonString())];
    }

    /// <summary>In one process, as in a host that stays: the CDK remembers files by number, size and time.</summary>
    [Fact]
    public void Site_PageThatKeepsItsSizeAndTime_IsAnotherAsset()
    {
        var page = Path.Combine(_project, "index.html");
        File.WriteAllText(page, "<h1>Shop</h1>");
        var time = File.GetLastWriteTimeUtc(page);
        var before = Asset();
        File.WriteAllText(page, "<h1>Shed</h1>");
        File.SetLastWriteTimeUtc(page, time);

        Assert.NotEqual(before, Asset());
        File.Move(page, Path.Combine(_project, "other.html"));
        Assert.NotEqual(Asset(), before);

        string Asset() => new SynthesisedApp(Plan(), _project).OfType("shop-dev-web", "Custom::CDKBucketDeployment").First()["Properties"]!["SourceObjectKeys"]!.ToJsonString();
    }

    [Fact]
    public void Site_NotBuilt_SaysWhatToRun()
    {
        var plan = Plan("  web: { type: site, api: api, source: web, build: { command: npm run build } }");

        var error = Assert.Throws<DirectoryNotFoundException>(() => new SynthesisedApp(plan, _project));

        Assert.Contains("npm run build", error.Message);
    }

    private static AppPlan Plan(string site = "  web: { type: site, api: api }") =>
        ShopPlan.Create(site, "domain: { name: shop.example.com, zone: example.com, zoneId: Z123 }");
}
