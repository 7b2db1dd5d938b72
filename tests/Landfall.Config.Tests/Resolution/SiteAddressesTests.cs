using Landfall.Config.Plan;
using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Resolution;

/// <summary>Which names lead to which site, and which of its paths lead to which service.</summary>
public class SiteAddressesTests
{
    private const string Head = "app: shop\nregion: us-east-1\nenvironments: { dev: {} }\n"
        + "domain: { name: shop.example.com, zone: example.com, zoneId: Z1 }\n";

    [Theory]
    [InlineData("admin")]
    [InlineData("zebra")]
    public void Resolve_SecondSiteAdded_LeavesTheDomainWhereItIs(string added)
    {
        var before = Plan("web: { type: site }");
        var after = Plan($"{added}: {{ type: site, host: {added}.example.com }}, web: {{ type: site }}");

        Assert.Equal(["shop.example.com"], Site(before, "web").Hosts);
        Assert.Equal(["shop.example.com"], Site(after, "web").Hosts);
        Assert.Equal([$"{added}.example.com"], Site(after, added).Hosts);
    }

    [Fact]
    public void Resolve_SitesBesideTheDomains_AreBelowItByTheirNames()
    {
        var plan = Plan("admin: { type: site }, help: { type: site, was: docs }, web: { type: site, host: [shop.example.com, www.example.com] }");

        Assert.Equal(["admin.shop.example.com"], Site(plan, "admin").Hosts);
        Assert.Equal(["docs.shop.example.com"], Site(plan, "docs").Hosts);
        Assert.Equal(["shop.example.com", "www.example.com"], Site(plan, "web").Hosts);
    }

    [Fact]
    public void Resolve_ServicesBehindASite_AreAllReachableThroughIt()
    {
        var plan = Plan("""
            api: { type: web, image: { build: . } }, admin: { type: web, image: { build: . }, path: /admin/* }, ping: { type: web, image: { build: . }, path: /ping }, other: { type: web, image: { build: . }, host: other.example.com }, web: { type: site, api: api }
            """);

        Assert.Equal(
            ["/admin/*", "/admin", "/ping", "/api/*", "/api"],
            Site(plan, "web").Routes.Select(route => route.Path));
        Assert.Equal("/api/*", plan.Services.OfType<WebServicePlan>().First(web => web.Name == "api").Path);
        Assert.All(Site(plan, "web").Routes, route => Assert.Null(route.OriginHost));
    }

    [Fact]
    public void Resolve_ApiWithAHostOfItsOwn_IsAskedUnderIt()
    {
        var plan = Plan("api: { type: web, image: { build: . }, host: ['*.example.com', api.example.com] }, web: { type: site, host: x.shop.example.com, api: api }, at: { type: site, api: at2 }, at2: { type: web, image: { build: . }, host: api2.example.com }");

        // A star of the load balancer's is any characters, so that the first answers to the site's own name.
        Assert.All(Site(plan, "web").Routes, route => Assert.Null(route.OriginHost));
        Assert.All(Site(plan, "at").Routes, route => Assert.Equal("api2.example.com", route.OriginHost));
    }

    [Fact]
    public void Resolve_SignInBehindASite_SendsTheCallbackToTheLoadBalancer()
    {
        var plan = TestLoad.Plan(Head + "auth: {}\nservices: { api: { type: web, image: { build: . }, signIn: true }, web: { type: site, api: api } }\n", "dev");

        Assert.Contains(new SiteRoutePlan("/oauth2/idpresponse", null), Site(plan, "web").Routes);
    }

    [Fact]
    public void Resolve_NoDomain_LeavesThePathAndTheCdnsOwnName()
    {
        var plan = TestLoad.Plan(SmallFile.Head + "services: { api: { type: web, image: { build: . } }, web: { type: site, api: api } }\n", "dev");

        Assert.Empty(Site(plan, "web").Hosts);
        Assert.Equal("/*", plan.Services.OfType<WebServicePlan>().Single().Path);
        Assert.Equal(["/api/*", "/api"], Site(plan, "web").Routes.Select(route => route.Path));
    }

    private static AppPlan Plan(string services) => TestLoad.Plan(Head + $"services: {{ {services} }}\n", "dev");

    private static SiteServicePlan Site(AppPlan plan, string name) => plan.Services.OfType<SiteServicePlan>().Single(site => site.Name == name);
}
