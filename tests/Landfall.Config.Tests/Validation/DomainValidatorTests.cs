using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class DomainValidatorTests
{
    [Fact]
    public void Validate_NameOutsideZone_IsReported() =>
        Assert.Equal(["4:17 LF1506"], SmallFile.Problems(
            """
            domain: { name: shop.example.org, zone: example.com }
            """));

    [Fact]
    public void Validate_NameMalformed_IsReported() =>
        Assert.Equal(["4:17 LF1506"], SmallFile.Problems(
            """
            domain: { name: shop..example.org, zone: example.com }
            """));

    [Fact]
    public void Validate_ZoneItself_IsAccepted() =>
        Assert.Empty(SmallFile.Problems(
            """
            domain: { name: example.com, zone: example.com }
            """));

    [Fact]
    public void Validate_NoNameWithDnsElsewhere_AsksForTheNameAlone() =>
        Assert.Equal(["4:1 LF1103"], SmallFile.Problems(
            """
            domain: { dns: elsewhere }
            services: { a: { type: site } }
            """));

    [Fact]
    public void Validate_NoZone_SaysWhatElseCanBe()
    {
        var problem = Assert.Single(TestLoad.Text(SmallFile.Head + "domain: { name: shop.example.com }\n").Problems);

        Assert.Equal(ErrorCodes.MissingKey, problem.Code);
        Assert.Contains("dns: elsewhere", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("web, image: n", "certificate")]
    [InlineData("site", "cdnCertificate")]
    public void Validate_DnsElsewhereWithoutCertificate_IsReported(string service, string key)
    {
        var problem = Assert.Single(TestLoad.Text(
            SmallFile.Head + $"domain: {{ name: shop.example.com, dns: elsewhere }}\nservices: {{ a: {{ type: {service} }} }}\n").Problems, problem => problem.Severity == ProblemSeverity.Error);

        Assert.Equal(ErrorCodes.MissingKey, problem.Code);
        Assert.Contains($"'{key}'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_DnsElsewhereWithCertificate_IsAcceptedAndTheZoneHasNoEffect() =>
        Assert.Equal(["4:57 LF1318"], SmallFile.Warnings(
            """
            domain: { name: shop.example.com, dns: elsewhere, zone: example.com, certificate: "arn:aws:acm:eu-west-1:111111111111:certificate/a" }
            services: { a: { type: web, image: { build: . } } }
            """));
}
