using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class HostCollisionsTests
{
    private const string Domain = "domain: { name: shop.example.com, zone: example.com, zoneId: Z1 }\n";
    private const string Web = "services: { api: { type: web, image: nginx:1, port: 80 } }\n";
    private const string Site = "services: { web: { type: site } }\n";

    [Fact]
    public void Check_DomainInherited_IsRefusedOnceWithARemedy() =>
        Assert.Equal(
            "landfall.yaml:4:17 LF1509 'shop.example.com' would lead to the load balancer in 'dev' and to the load balancer in 'prod' at once, and a name leads to one place. Give each environment a 'domain' of its own, for example 'domain: { name: prod.shop.example.com }' in 'environments.prod'.",
            Assert.Single(Problems("{ dev: {}, prod: {} }", Domain + Web)));

    [Theory]
    [InlineData("{ dev: {}, prod: {} }")]
    [InlineData("""{ dev: { account: "111111111111" }, prod: { account: "222222222222" } }""")]
    [InlineData("{ dev: {}, prod: { region: eu-west-1, domain: { cdnCertificate: 'arn:aws:acm:us-east-1:111111111111:certificate/a' } } }")]
    public void Check_CdnOfTheSameName_IsRefusedInEveryAccountAndRegion(string environments) =>
        Assert.Contains("'shop.example.com' would lead to site 'web' in 'dev' and to site 'web' in 'prod'", Assert.Single(Problems(environments, Domain + Site)), StringComparison.Ordinal);

    [Fact]
    public void Check_ThreeEnvironments_EachLaterOneIsReported() =>
        Assert.Equal(2, Problems("{ dev: {}, stage: {}, prod: {} }", Domain + Web).Length);

    [Fact]
    public void Check_HostInherited_IsReportedWhereItStands() =>
        Assert.Equal(
            "landfall.yaml:4:64 LF1509 'api.example.com' would lead to service 'api' in 'dev' and to service 'api' in 'prod' at once, and a name leads to one place. Give the service another 'host' in one of the two.",
            Assert.Single(Problems(
                "{ dev: { domain: { name: dev.example.com, zone: example.com } }, prod: { domain: { name: prod.example.com, zone: example.com } } }",
                "services: { api: { type: web, image: nginx:1, port: 80, host: [api.example.com] } }")));

    /// <summary>What follows from the domain is in the way, too: the site of the one has the name of the other's domain.</summary>
    [Fact]
    public void Check_SiteBelowOneDomainAndTheOthersDomain_AreRefused() =>
        Assert.Contains("'docs.example.com' would lead to site 'docs' in 'dev' and to site 'docs' in 'prod'", Assert.Single(Problems(
            "{ dev: { domain: { name: example.com, zone: example.com } }, prod: { domain: { name: docs.example.com, zone: example.com }, services: { web: { host: [x.example.com] } } } }",
            "services: { web: { type: site, host: [example.com] }, docs: { type: site } }")), StringComparison.Ordinal);

    [Fact]
    public void Check_OriginOfTheOnesCdnIsTheOthersDomain_IsRefused() =>
        Assert.Contains("'origin.example.com'", Assert.Single(Problems(
            "{ dev: { domain: { name: example.com, zone: example.com } }, prod: { domain: { name: origin.example.com, zone: example.com } } }",
            "services: { web: { type: site, api: api }, api: { type: web, image: nginx:1, port: 80 } }")), StringComparison.Ordinal);

    [Theory]
    [InlineData("222222222222", 1)]
    [InlineData("111111111111", 0)]
    public void Check_WildcardOverAnothersName_IsRefusedBetweenAccounts(string account, int count)
    {
        var problems = Problems(
            $$"""{ dev: { account: "111111111111", services: { web: { host: ["*.example.com"] } } }, prod: { account: "{{account}}", services: { web: { host: [a.example.com] } } } }""",
            Domain + Site);

        Assert.Equal(count, problems.Length);
        Assert.All(problems, p => Assert.Contains("'a.example.com' of site 'web' in 'prod' and '*.example.com' of site 'web' in 'dev' overlap", p, StringComparison.Ordinal));
    }

    [Fact]
    public void Check_LoadBalancersBehindDnsElsewhere_MayShareAName() =>
        Assert.Empty(Problems(
            "{ dev: {}, prod: {} }",
            "domain: { name: shop.example.com, dns: elsewhere, certificate: 'arn:aws:acm:us-east-1:111111111111:certificate/a' }\n" + Web));

    [Fact]
    public void Check_SitesOfOneNameInTwoRegions_IsRefused() =>
        Assert.Contains("LF1509 'shop.example.com' would", Assert.Single(Problems("{ dev: { region: eu-west-1 }, prod: { region: eu-central-1 } }", Domain + Site)), StringComparison.Ordinal);

    [Theory]
    [InlineData("{ dev: {}, prod: { domain: { name: prod.shop.example.com } } }", Web)]
    [InlineData("{ dev: {}, prod: { domain: { name: prod.shop.example.com } } }", Site)]
    [InlineData("{ dev: {}, prod: {} }", "services: { mails: { type: internal, image: nginx:1, port: 80 } }\n")]
    public void Check_NamesThatDifferOrAreNotUsed_AreFine(string environments, string services) =>
        Assert.Empty(Problems(environments, Domain + services));

    private static string[] Problems(string environments, string more) =>
        [.. TestLoad.Problems($"app: shop\nregion: us-east-1\nenvironments: {environments}\n{more}\n").Where(p => !p.Contains(" warning: ", StringComparison.Ordinal))];
}
