using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class RouteValidatorTests
{
    [Fact]
    public void Validate_TwoServicesOnOnePath_IsReportedAtTheSecond() =>
        Assert.Equal(["6:35 LF1307"], SmallFile.Problems(
            """
            services:
              a: { type: web, image: n, path: /x/* }
              b: { type: web, image: n, path: /x/* }
            """));

    [Fact]
    public void Validate_TwoServicesOnTheDefaultPath_IsReported() =>
        Assert.Equal(["6:3 LF1307"], SmallFile.Problems(
            """
            services:
              a: { type: web, image: n }
              b: { type: web, image: n }
            """));

    [Fact]
    public void Validate_OnePathOnTwoHosts_IsAccepted() =>
        Assert.Empty(SmallFile.Problems(
            """
            services:
              a: { type: web, image: n, host: a.example.com }
              b: { type: web, image: n, host: b.example.com }
            """));

    [Fact]
    public void Validate_PathWithoutSlash_IsReported() =>
        Assert.Equal(["5:35 LF1107"], SmallFile.Problems(
            """
            services:
              a: { type: web, image: n, path: x }
            """));

    [Fact]
    public void Validate_TooManyWildcards_IsReported() =>
        Assert.Equal(["5:35 LF1315"], SmallFile.Problems(
            """
            services:
              a: { type: web, image: n, path: /*/*/*/*/*/* }
            """));

    [Fact]
    public void Validate_HostMalformed_IsReported() =>
        Assert.Equal(["5:35 LF1506"], SmallFile.Problems(
            """
            services:
              a: { type: web, image: n, host: a_b }
            """));

    [Fact]
    public void Validate_SignInWithoutDomain_IsReported() =>
        Assert.Equal(["5:37 LF1312"], SmallFile.Problems(
            """
            services:
              a: { type: web, image: n, signIn: true }
            """));

    [Fact]
    public void Validate_WildcardHostsThatMeet_AreReported() =>
        Assert.Equal(["6:3 LF1307"], SmallFile.Problems(
            """
            services:
              a: { type: web, image: n, host: "*.example.com" }
              b: { type: web, image: n, host: "*.shop.example.com" }
            """));

    [Fact]
    public void Validate_WholeHostBesideAWildcard_IsAccepted() =>
        Assert.Empty(SmallFile.Problems(
            """
            services:
              a: { type: web, image: n, host: "*.example.com" }
              b: { type: web, image: n, host: a.example.com }
            """));

    [Theory]
    [InlineData("/*", 5, "")]
    [InlineData("/*", 6, "LF1315")]
    [InlineData("/a/*", 3, "")]
    [InlineData("/a/*", 4, "LF1315")]
    public void Validate_HostsThatDoNotFitIntoARule_AreReported(string path, int hosts, string code) =>
        Assert.Equal(code, string.Concat(SmallFile.Problems(
            $"services: {{ a: {{ type: web, image: n, path: {path}, host: [{string.Join(", ", Enumerable.Range(0, hosts).Select(i => $"h{i}.example.com"))}] }} }}\n")
            .Select(problem => problem.Split(' ')[1])));

    [Theory]
    [InlineData("/ü")]
    [InlineData("/a#b")]
    [InlineData("/a,b")]
    [InlineData("/a%20b")]
    public void Validate_PathWithCharactersThatRulesDoNotTake_IsReported(string path) =>
        Assert.EndsWith("LF1315", Assert.Single(SmallFile.Problems($"services: {{ a: {{ type: web, image: n, path: '{path}' }} }}\n")), StringComparison.Ordinal);

    [Fact]
    public void Validate_SignInOnAWildcard_IsReported() =>
        Assert.Equal(["6:70 LF1312"], SmallFile.Problems(
            """
            auth: {}
            domain: { name: example.com, zone: example.com }
            services: { a: { type: web, image: n, host: "*.example.com", signIn: true } }
            """));
}
