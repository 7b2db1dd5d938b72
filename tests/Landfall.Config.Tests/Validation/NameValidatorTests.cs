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
}
