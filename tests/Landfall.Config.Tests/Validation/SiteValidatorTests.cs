using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class SiteValidatorTests
{
    private const string Domain = "domain: { name: shop.example.com, zone: example.com, zoneId: Z1 }\n";

    [Fact]
    public void Validate_TwoSitesWithoutHost_AsksWhichTheDomainLeadsTo()
    {
        var problem = Assert.Single(TestLoad.Text(SmallFile.Head + Domain + "services: { web: { type: site }, admin: { type: site } }\n").Problems, problem => problem.Severity == ProblemSeverity.Error);

        Assert.Equal(ErrorCodes.DuplicateRoute, problem.Code);
        Assert.Contains("'host: shop.example.com'", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("web: { type: site, host: shop.example.com }, admin: { type: site }")]
    [InlineData("web: { type: site }, admin: { type: site, host: admin.example.com }")]
    public void Validate_TwoSitesOneOfWhichHasTheDomain_IsAccepted(string services) =>
        Assert.Empty(SmallFile.Problems(Domain + $"services: {{ {services} }}\n"));

    [Theory]
    [InlineData("app: { type: web, image: n }, web: { type: site }")]
    [InlineData("app: { type: web, image: n, path: /* }, web: { type: site, api: app }")]
    [InlineData("app: { type: web, image: n, host: a.example.com }, web: { type: site, host: a.example.com }")]
    public void Validate_EveryPathBehindASite_IsReported(string services) =>
        Assert.EndsWith("LF1307", Assert.Single(SmallFile.Problems(Domain + $"services: {{ {services} }}\n")), StringComparison.Ordinal);

    [Theory]
    [InlineData("app: { type: web, image: n }, web: { type: site, api: app }")]
    [InlineData("app: { type: web, image: n }, web: { type: site, host: static.example.com }")]
    [InlineData("app: { type: web, image: n, host: app.example.com }, web: { type: site, api: app }")]
    [InlineData("app: { type: web, image: n, path: /v1/* }, web: { type: site, api: app, apiPath: /v1/admin/* }")]
    public void Validate_EveryPathReachable_IsAccepted(string services) =>
        Assert.Empty(SmallFile.Problems(Domain + $"services: {{ {services} }}\n"));

    [Theory]
    [InlineData("app: { type: web, image: n, path: /v1/* }, web: { type: site, api: app, apiPath: /v2/* }", "LF1315")]
    [InlineData("app: { type: web, image: n, host: app.example.com }, web: { type: site, api: app, apiPath: /* }", "LF1315")]
    [InlineData("app: { type: web, image: n, host: '*.example.org' }, web: { type: site, api: app }", "LF1202")]
    public void Validate_ApiThatTheCdnCannotReach_IsReported(string services, string code) =>
        Assert.EndsWith(code, Assert.Single(SmallFile.Problems(
            "domain: { name: shop.example.com, zone: example.com, zoneId: Z1, zones: { example.org: Z2 } }\n" + $"services: {{ {services} }}\n")), StringComparison.Ordinal);

    [Theory]
    [InlineData(8, "")]
    [InlineData(9, "LF1506")]
    public void Validate_NamesOfSitesThatDoNotFitIntoACertificate_AreReported(int names, string code) =>
        Assert.Equal(code, string.Concat(SmallFile.Problems(
            Domain + $"services: {{ a: {{ type: site, host: [{string.Join(", ", Enumerable.Range(0, names).Select(i => $"h{i}.example.com"))}] }} }}\n")
            .Select(problem => problem.Split(' ')[1])));
}
