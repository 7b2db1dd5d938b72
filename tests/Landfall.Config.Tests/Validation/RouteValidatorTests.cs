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
}
