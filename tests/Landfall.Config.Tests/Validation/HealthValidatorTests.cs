using Landfall.Config.Tests.Samples;

namespace Landfall.Config.Tests.Validation;

public class HealthValidatorTests
{
    [Fact]
    public void Validate_TimeoutNotBelowInterval_IsReportedAtTimeout() =>
        Assert.Equal(["5:68 LF1306"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, health: { interval: 10s, timeout: 10s } }
            """));

    [Fact]
    public void Validate_IntervalBelowDefaultTimeout_IsReportedAtInterval() =>
        Assert.Equal(["5:54 LF1306"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, health: { interval: 5s } }
            """));

    [Fact]
    public void Validate_ContainerTimeoutAboveInterval_IsReported() =>
        Assert.Equal(["5:89 LF1306"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, containerHealth: { command: x, interval: 10s, timeout: 20s } }
            """));

    [Fact]
    public void Validate_ThresholdTooSmall_IsReported() =>
        Assert.Equal(["5:62 LF1106"], SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, health: { healthyThreshold: 1 } }
            """));

    [Fact]
    public void Validate_PathAlone_IsAccepted() =>
        Assert.Empty(SmallFile.Problems(
            """
            services:
              a: { type: internal, image: n, health: /status/ }
            """));
}
