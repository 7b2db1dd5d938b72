using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class HostValidatorTests
{
    private const string Domain = "domain: { name: shop.example.com, zone: example.com, zoneId: Z1, zones: { example.org: Z2 } }\n";

    [Theory]
    [InlineData("api.example.com")]
    [InlineData("[api.example.com, '*.example.com']")]
    [InlineData("'*.shop.example.com'")]
    [InlineData("shop.example.com")]
    [InlineData("[example.org, x.example.org]")]
    public void Validate_HostInAZone_IsAccepted(string host) =>
        Assert.Empty(SmallFile.Problems(Domain + $"services: {{ a: {{ type: web, image: n, host: {host} }} }}\n"));

    [Theory]
    [InlineData("api.example.net", "LF1506")]
    [InlineData("notexample.com", "LF1506")]
    [InlineData("'*.com'", "LF1506")]
    [InlineData("'a.*.example.com'", "LF1506")]
    [InlineData("'*'", "LF1506")]
    [InlineData("API.example.com", "LF1506")]
    [InlineData("[a.example.com, a.example.com]", "LF1506")]
    [InlineData("[]", "LF1108")]
    public void Validate_HostThatAwsWouldNotTake_IsReported(string host, string code) =>
        Assert.EndsWith(code, Assert.Single(SmallFile.Problems(Domain + $"services: {{ a: {{ type: web, image: n, host: {host} }} }}\n")), StringComparison.Ordinal);

    [Theory]
    [InlineData("www", "www.shop.example.com")]
    [InlineData("'*'", "*.shop.example.com")]
    [InlineData("API.example.com", "api.example.com")]
    [InlineData("api.example.com.", "api.example.com")]
    [InlineData("https://Api.example.com:8443/x", "api.example.com")]
    public void Validate_HostWrittenAnotherWay_SaysTheNameThatIsMeant(string host, string meant)
    {
        var problem = Assert.Single(TestLoad.Text(SmallFile.Head + Domain + $"services: {{ a: {{ type: site, host: {host} }} }}\n").Problems, problem => problem.Severity == ProblemSeverity.Error);

        Assert.EndsWith($"which is not a host name. Write '{meant}'.", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_HostInNoZone_SaysWhereToAddIt()
    {
        var problem = Assert.Single(TestLoad.Text(SmallFile.Head + Domain + "services: { a: { type: site, host: api.example.net } }\n").Problems, problem => problem.Severity == ProblemSeverity.Error);

        Assert.Contains("(example.com, example.org)", problem.Message, StringComparison.Ordinal);
        Assert.Contains("domain.zones", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_OneHostOfTwoSites_IsReportedAtTheSecond() =>
        Assert.Equal(["7:26 LF1506"], SmallFile.Problems(Domain + """
            services:
              a: { type: site, host: x.example.com }
              b: { type: site, host: x.example.com }
            """));

    [Fact]
    public void Validate_HostOfASiteWithoutDomain_IsReported() =>
        Assert.Equal(["5:26 LF1312"], SmallFile.Problems("""
            services:
              a: { type: site, host: x.example.com }
            """));
}
