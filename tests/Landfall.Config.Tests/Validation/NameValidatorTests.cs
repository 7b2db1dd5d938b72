using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class NameValidatorTests
{
    [Fact]
    public void Validate_OneNameForTwoKinds_IsReportedAtTheSecond() =>
        Assert.Equal(["5:12 LF1204"], SmallFile.Problems(
            """
            queues: { orders: {} }
            secrets: { orders: {} }
            """));

    [Fact]
    public void Validate_UpperCase_IsReported() =>
        Assert.Equal(["4:11 LF1503"], SmallFile.Problems(
            """
            queues: { Orders: {} }
            """));

    [Fact]
    public void Validate_Underscore_IsReported() =>
        Assert.Equal(["4:11 LF1503"], SmallFile.Problems(
            """
            queues: { my_orders: {} }
            """));

    [Fact]
    public void Validate_HyphenAtTheEnd_IsReported() =>
        Assert.Equal(["4:11 LF1503"], SmallFile.Problems(
            """
            queues: { orders-: {} }
            """));

    [Fact]
    public void Validate_ServiceCalledLikeAStack_IsReported() =>
        Assert.Equal(["5:3 LF1505"], SmallFile.Problems(
            """
            services:
              data: { type: internal, image: n }
            """));

    [Fact]
    public void Validate_ResourceCalledAuth_IsReported() =>
        Assert.Equal(["4:11 LF1505"], SmallFile.Problems(
            """
            queues: { auth: {} }
            """));

    [Fact]
    public void Validate_SidecarCalledLikeItsService_IsReported() =>
        Assert.Equal(["5:46 LF1204"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, sidecars: { a: { image: n } } }
            """));

    [Fact]
    public void Validate_BucketThatLandfallMakesItself_IsReported() =>
        Assert.Equal(["4:12 LF1505", "4:29 LF1505"], SmallFile.Problems(
            """
            buckets: { access-logs: {}, site-www: {}, site-other: {} }
            services: { www: { type: site } }
            """));

    [Theory]
    [InlineData("awsome", "landfall.yaml:1:6 LF1505 'app' is 'awsome', but Parameter Store")]
    [InlineData("ssm", "landfall.yaml:1:6 LF1505 'app' is 'ssm', but Parameter Store")]
    [InlineData("my-cognito", "landfall.yaml:3:17 LF1505 With 'auth', 'my-cognito-dev' is part of an address that may not hold 'cognito'")]
    public void Validate_ApplicationWithAWordThatAwsKeeps_IsReported(string app, string expected) =>
        Assert.StartsWith(
            expected,
            TestLoad.Problems($"app: {app}\nregion: eu-west-1\nenvironments: {{ dev: {{}} }}\nauth: {{}}\n")[0],
            StringComparison.Ordinal);
}
